//! 简体中文。

use crate::check::Code;

pub(super) fn of(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::FileNotFound => ("没有文件 {0}", "请核对路径"),
        Code::FileUnreadable => ("读不了 {0}：{1}", "请核对权限"),
        Code::IsAFolder => ("{0} 是文件夹", "请写明其中的数据文件"),
        Code::BrokenCharacter => {
            ("此处有一个字符坏了：{0} 不是 UTF-8 的字符；文件其余部分是", "请把它重写；文件里这样的地方共 {1} 处")
        }
        Code::DoubleEncoded => (
            "文字存了两次 UTF-8：这里的 {0} 本是 {1}",
            "请用早先的副本，或按 Latin-1（ISO 8859-1）另存一次，再按 UTF-8 打开",
        ),
        Code::LeadingText => ("文件不是以 { 开头", "以 { 开头，请删去它前面的内容"),
        Code::ConflictMarker => ("合并两个版本时留下的行，或代码块的围栏", "请删去这一行；两个版本只留一个"),
        Code::KeyTooLong => ("一个键有 {0} 字节，最多读 {1}", "是不是漏了引号或冒号？可用的键见 schema"),
        Code::MisplacedRecord => ("这看来是{0}，却放在别的部分里；此条搁置", "请移到 {1} 里"),
        Code::EmptyFile => ("文件是空的", "早先的副本也许还完整"),
        Code::FileTooLarge => ("文件不少于 {0} 字节，最多读 {1} MiB", "请删去用不着的内容"),
        Code::NotUtf8 => ("文件不是 UTF-8，看来是 {0}", "请在编辑器里另存为 UTF-8"),
        Code::Compressed => ("文件是压缩过的（{0}）", "请先解压"),
        Code::WebPage => ("这是网页，不是数据", "请核对保存或上传的是不是这个文件"),
        Code::ByteOrderMark => ("文件开头有字节顺序标记（BOM）", "请存为不带 BOM 的 UTF-8；curate fmt 会去掉它"),
        Code::NotAnObject => ("文件须是一个对象，内有 entities 与 links", "以 { 开头，以 } 结尾"),
        Code::MissingFormat => ("缺少格式号", "请把 \"format\": 1 写在最前"),
        Code::NewerFormat => ("文件是第 {0} 版格式，本程序只懂第 {1} 版", "请用新版程序；本程序只显示，不改动它"),
        Code::CutOff => ("到此为止，前面还有没收口的；文件像是被截断了", "请补上收口，或换一份完整的副本"),
        Code::NotAValue => ("这里开头的东西认不得", "文字须放在英文双引号里；请看前面是否漏了引号或逗号"),
        Code::TrailingComma => ("逗号后面没有东西", "请删去这个逗号"),
        Code::MissingComma => ("这之前缺一个逗号", "请在前一项后面加逗号"),
        Code::MissingColon => ("键与值之间缺冒号", "写作 \"键\": 值"),
        Code::BareKey => ("键没有加引号", "请加英文双引号"),
        Code::Comment => ("这是注释，JSON 没有注释", "请删去，或改成 note"),
        Code::OddQuotes => ("JSON 不认这种引号", "请用直的英文双引号 \""),
        Code::FullWidthPunctuation => ("这是中文键盘的标点", "请改用半角的 , : { } [ ] 或空格"),
        Code::OddSpace => ("字符 {0} 看不见，也不是 JSON 认的空格", "请删去，或换成普通空格"),
        Code::ControlCharacter => ("文字里有换行或控制字符", "请在本行收口；换行写作 \\n，制表符写作 \\t"),
        Code::OpenText => {
            ("由此开头的文字没有收口的引号；当作到行末为止", "请在文字末尾加英文双引号 \"；文字里换行写作 \\n")
        }
        Code::UnopenedText => ("此处开始的文字缺少开头的引号", "在此处补上英文双引号 \""),
        Code::QuoteInText => ("文字里的英文双引号使它提前收口", "要显示的引号请写作 \\\" 或 “ ”"),
        Code::BadEscape => ("反斜线后面的写法认不得", "反斜线本身写作 \\\\"),
        Code::LoneSurrogate => ("只有半个字符", "请直接写那个字"),
        Code::BadNumber => ("JSON 不认这种数字", "写作 12 或 0.5"),
        Code::TrailingText => ("结尾之后还有文字", "一个文件只放一个对象"),
        Code::Unclosed => ("这与第 {0} 行开头、至今没有收口的部分对不上", "这之前漏了 } 或 ]，或者这个写错了、写多了"),
        Code::ClosedEarly => {
            ("第 {0} 行开头的部分在这里收口，后面却还有它的内容", "请删去这个括号，或紧挨在它前面的一个")
        }
        Code::MissingBracket => ("这之前缺少开头的 {0}", "请在此处补上 {0}"),
        Code::TooDeep => ("嵌套超过 {0} 层", "没有字段需要这么多层"),
        Code::TooManyValues => ("值超过 {0} 个", "请删去用不着的内容"),
        Code::DuplicateKey => ("键 {0} 在此重复，先前一个在第 {1} 行第 {2} 列", "请只留一个"),
        Code::WrongType => ("此处应为{0}，不是{1}", "请这样写：{0e}"),
        Code::MissingField => ("缺少字段 {0}，缺它的这一项搁置", "请补上"),
        Code::ExpectedField => ("缺少字段 {0}，或其内容为空", "请补上"),
        Code::UnknownField => ("格式里没有字段 {0}；保留，但不使用", "请更正字段名，或删去；可用的字段见 schema"),
        Code::MisspeltPart => ("格式里没有 {0} 这一部分，文件里也没有 {1}；其中的内容都没有读", "请改名为 {1}"),
        Code::FlowUpstream => (
            "货从 from 流向 to，所以走货的关系类别，上游不能是 to",
            "请去掉 upstream，并把这类关系的两端对调；不走货的，去掉 flow",
        ),
        Code::UnknownWord => ("{0} 不能用在此处", "请写以下之一：{1}"),
        Code::EmptyText => ("文字里看不到东西", "请写上，或去掉这个字段"),
        Code::TextTooLong => ("一段文字有 {0} 字节，最多读 {1}", "请分成几段"),
        Code::NameTooLong => ("名称有 {0} 字，最多读 {1} 字", "请缩短，其余放进 summary"),
        Code::ForbiddenCharacter => ("文字里不能有字符 {0}：它看不见，或会把文字倒转", "请删去"),
        Code::CombiningMarks => ("一个字符上叠了四个以上的符号", "是从别处粘贴来的吗？"),
        Code::Markup => ("{0} 像是标记；文字按原样显示", "请去掉标记"),
        Code::NumberForm => ("{0} 读作 {1}", "请写成普通整数"),
        Code::NumberRange => ("{0} 超出范围", "请写此范围内的数：{1}"),
        Code::BadId => {
            ("{0} 不是标识", "标识只用小写字母、数字，中间以单个连字符相连；请用拼音或英文写，例如 old-quay")
        }
        Code::BadDate => (
            "{0} 不是日期",
            "写作 1889、1889-05、1889-05-12、1889~（约）、193X（三十年代）、18XX、1930/1949 或 1994/..",
        ),
        Code::ImpossibleDate => ("{0} 不可能：没有这一天，或年份不在 {1} 之内", "请看数字是否打错"),
        Code::DatesReversed => ("止在始之前：{0}—{1}", "请对调"),
        Code::PlannedDated => ("{0} 只是计划，却写了起讫年份", "已经落实就去掉 planned，没有落实就去掉年份"),
        Code::BadLanguage => ("{0} 不是此处用的语言标签", "请按 BCP 47 的通行写法，例如 zh-Hans、zh-Hant、en"),
        Code::UnspokenLanguages => {
            ("这些语言里没有一种是界面会的：{0}", "请至少写上其中一种；在此之前各种都会列出，缺的文字以别的语言显示")
        }
        Code::UnshownLanguage => {
            ("{0} 的文字不会显示：本站的语言是 {1}", "请更正标签，或在 site.languages 里写上它，或删去这段文字")
        }
        Code::MissingTranslation => ("缺少 {0} 的文字", "补上之前先显示别的语言"),
        Code::BadUrl => (
            "不能链接到 {0}",
            "请写完整的地址，以 https://、http:// 或 mailto: 开头，不含空格与用户名；地址已失效的写 null",
        ),
        Code::OpenContact => {
            ("{0} 不会显示：寄往 http 地址的内容，途中别人读得到", "请写以 https:// 或 mailto: 开头的地址")
        }
        Code::DuplicateId => ("标识 {0} 已在第 {1} 行第 {2} 列用过，此条搁置", "请另起标识，或把两条合并"),
        Code::ConfusableId => ("标识 {0} 易与 {1} 相混", "请把其中一个起得清楚些"),
        Code::UnknownKind => ("文件没有定义类别 {0}", "请在 kinds 里定义"),
        Code::UnknownStage => ("文件没有定义栏目 {0}", "请在 stages 里定义"),
        Code::UnknownLinkKind => ("文件没有定义关系类别 {0}", "请在 linkKinds 里定义"),
        Code::DanglingReference => ("这里提到 {0}，但文件里没有（{1}）", "请补写，或改正标识"),
        Code::MisspeltId => {
            ("没有任何记载提到 {0}，却有 {1} 处提到 {2}，而文件里没有它", "请把此处改为 {2}，或把提到它的地方改为 {0}")
        }
        Code::SetAsideReference => {
            ("这里提到的 {0}（{1}）在第 {2} 行第 {3} 列，但因本身有错而搁置", "请改正那一条；这里没有错")
        }
        Code::SelfLink => ("{0} 连到自己，略去不用", "请写上本来要连的，或删去"),
        Code::MissingSource => ("{0} 须有出处", "请在 sources 里写上，或改为 unsourced"),
        Code::DuplicateReference => ("{0} 在此列表中重复，先前一个在第 {1} 行第 {2} 列", "请只留一个，或更正标识"),
        Code::DuplicateLink => (
            "{0} {2} {1} 已在第 {3} 行第 {4} 列，此条略去，连同只有它才有的内容：{5}",
            "请把这些内容并入前一条，再删去此条",
        ),
        Code::Nothing => ("里面没有{0}，此条搁置", "请至少写一个"),
        Code::TooManyRecords => ("{0}超过 {1} 条", "请把文件分开"),
        Code::FlowCycle => ("货流成环：{0}", "其中一条大概方向反了"),
        Code::AgainstStages => {
            ("{0}（{1}）在链上位于 {2}（{3}）之后，关系却往回走", "请掉转关系、改栏目，或用可以往回走的关系类别")
        }
        Code::FlowWithoutStage => ("货沿 {0} 而流，但 {1} 没有栏目", "请给它栏目，否则图上没有它"),
        Code::Unconnected => ("{0} 与任何实体都没有关系", "请写上它从何而来、往何处去；在此之前只能搜索到它"),
        Code::Unsourced => ("此说未见来源", "找到出处后请写进 sources，并写明 evidence"),
        Code::WeakSources => ("此说只据博客、论坛或推广文；读者会看到说明", "请找同样这么说的官方记录、书或报纸"),
        Code::UnusedSource => ("没有任何记载引用出处 {0}", "请在以它为据之处引用，或删去"),
        Code::MoreErrors => ("还有 {0} 处错误没有列出", "请先改好列出的，再检查一次"),
        Code::MoreWarnings => ("还有 {0} 处警告没有列出", "请先改好列出的，再检查一次"),
        Code::MoreNotes => ("还有 {0} 条备注没有列出", "请先看过列出的，再检查一次"),
        Code::SwappedPosition => ("纬度 {0} 与经度 {1} 写反了", "lat 写纬度，lon 写经度"),
        Code::NotDrawn => ("{0} 在底图之外，离图的中点 {1} 公里，图上不画", "如应在图上，请看数字是否打错"),
        Code::UnknownStreet => {
            ("底图没有画街道 {0}；在那里的只列在图旁", "请画一个同名的图形、改正街名代号，或只写地址")
        }
        Code::OffTheMap => ("{0} 不在图上：离图的中点有 {1} 公里", "请看数字是否写反或打错"),
        Code::WrongDatum => {
            ("{0} 应与 {1} 同在一处，位置却差了 {2} 的偏移", "位置用 WGS-84；这个大概取自国内地图，须先换算")
        }
        Code::MapDatum => {
            ("地图与店家的位置差了 {1} 的偏移（如在 {0}）", "地图与位置都用 WGS-84；其中一边大概取自国内地图，须先换算")
        }
        Code::NothingToShow => {
            ("文件里没有可以显示的实体，页面会是空的", "请在 \"entities\" 里至少写一个，要有 id、kind 和 name")
        }
        Code::Contradiction => ("{0} 与 {1} 以 {2} 互为上游", "其中一条大概方向反了"),
        Code::PictureMissing => {
            ("图片 {0} 不在那里", "请把文件放到那里，文件名须完全一致（包括大小写），或从此条去掉图片")
        }
        Code::PictureUnsafe => ("图片 {0} 里有 {1}，图中不许有", "只用路径、形状与组来画；README 列出可用的"),
        Code::PictureKind => ("{0} 不是这种图片，看来是 {1}", "请按文件名所说的格式另存"),
        Code::PictureCutOff => ("图片 {0} 残缺或已损坏", "请重新复制或另存"),
        Code::PictureMoves => ("图片 {0} 是动图，只能用静止的图片", "请另存其中一帧"),
        Code::PictureTooLarge => ("图片 {0} 太大：{1}，至多 {2}", "请缩小"),
        Code::AltIsFileName => ("替代文字 {0} 就是文件名", "请写图中所见，给看不见图的人"),
        Code::MapBounds => ("地图四边写反了", "south 要小于 north，west 要小于 east"),
        Code::PicturePath => (
            "{0} 不是图片路径：须为相对路径，不含 ..，用 /，扩展名为 .svg .png .jpg .webp .avif 之一",
            "请把文件放进 data/pictures，写作 pictures/name.svg",
        ),
    }
}
