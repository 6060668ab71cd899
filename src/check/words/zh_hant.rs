//! 繁體中文。

use crate::check::Code;

pub(super) fn of(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::FileNotFound => ("沒有檔案 {0}", "請核對路徑"),
        Code::FileUnreadable => ("讀不了 {0}：{1}", "請核對權限"),
        Code::IsAFolder => ("{0} 是資料夾", "請寫明其中的資料檔案"),
        Code::BrokenCharacter => {
            ("此處有一個字元壞了：{0} 不是 UTF-8 的字元；檔案其餘部分是", "請把它重寫；檔案裏這樣的地方共 {1} 處")
        }
        Code::DoubleEncoded => (
            "文字存了兩次 UTF-8：這裏的 {0} 本是 {1}",
            "請用早先的副本，或按 Latin-1（ISO 8859-1）另存一次，再按 UTF-8 打開",
        ),
        Code::LeadingText => ("檔案不是以 { 開頭", "以 { 開頭，請刪去它前面的內容"),
        Code::ConflictMarker => ("合併兩個版本時留下的行，或程式碼區塊的圍欄", "請刪去這一行；兩個版本只留一個"),
        Code::KeyTooLong => ("一個鍵有 {0} 位元組，最多讀 {1}", "是不是漏了引號或冒號？可用的鍵見 schema"),
        Code::MisplacedRecord => ("這看來是{0}，卻放在別的部分裏；此條擱置", "請移到 {1} 裏"),
        Code::EmptyFile => ("檔案是空的", "早先的副本也許還完整"),
        Code::FileTooLarge => ("檔案不少於 {0} 位元組，最多讀 {1} MiB", "請刪去用不着的內容"),
        Code::NotUtf8 => ("檔案不是 UTF-8，看來是 {0}", "請在編輯器裏另存為 UTF-8"),
        Code::Compressed => ("檔案是壓縮過的（{0}）", "請先解壓"),
        Code::WebPage => ("這是網頁，不是資料", "請核對保存或上傳的是不是這個檔案"),
        Code::ByteOrderMark => ("檔案開頭有位元組順序標記（BOM）", "請存為不帶 BOM 的 UTF-8；curate fmt 會去掉它"),
        Code::NotAnObject => ("檔案須是一個物件，內有 entities 與 links", "以 { 開頭，以 } 結尾"),
        Code::MissingFormat => ("缺少格式號", "請把 \"format\": 1 寫在最前"),
        Code::NewerFormat => ("檔案是第 {0} 版格式，本程式只懂第 {1} 版", "請用新版程式；本程式只顯示，不改動它"),
        Code::CutOff => ("到此為止，前面還有沒收口的；檔案像是被截斷了", "請補上收口，或換一份完整的副本"),
        Code::NotAValue => ("這裏開頭的東西認不得", "文字須放在英文雙引號裏；請看前面是否漏了引號或逗號"),
        Code::TrailingComma => ("逗號後面沒有東西", "請刪去這個逗號"),
        Code::MissingComma => ("這之前缺一個逗號", "請在前一項後面加逗號"),
        Code::MissingColon => ("鍵與值之間缺冒號", "寫作 \"鍵\": 值"),
        Code::BareKey => ("鍵沒有加引號", "請加英文雙引號"),
        Code::Comment => ("這是註解，JSON 沒有註解", "請刪去，或改成 note"),
        Code::OddQuotes => ("JSON 不認這種引號", "請用直的英文雙引號 \""),
        Code::FullWidthPunctuation => ("這是中文鍵盤的標點", "請改用半形的 , : { } [ ] 或空格"),
        Code::OddSpace => ("字元 {0} 看不見，也不是 JSON 認的空格", "請刪去，或換成普通空格"),
        Code::ControlCharacter => ("文字裏有換行或控制字元", "請在本行收口；換行寫作 \\n，定位字元寫作 \\t"),
        Code::OpenText => {
            ("由此開頭的文字沒有收口的引號；當作到行末為止", "請在文字末尾加英文雙引號 \"；文字裏換行寫作 \\n")
        }
        Code::UnopenedText => ("此處開始的文字缺少開頭的引號", "在此處補上英文雙引號 \""),
        Code::QuoteInText => ("文字裏的英文雙引號使它提前收口", "要顯示的引號請寫作 \\\" 或 “ ”"),
        Code::BadEscape => ("反斜線後面的寫法認不得", "反斜線本身寫作 \\\\"),
        Code::LoneSurrogate => ("只有半個字元", "請直接寫那個字"),
        Code::BadNumber => ("JSON 不認這種數字", "寫作 12 或 0.5"),
        Code::TrailingText => ("結尾之後還有文字", "一個檔案只放一個物件"),
        Code::Unclosed => ("這與第 {0} 行開頭、至今沒有收口的部分對不上", "這之前漏了 } 或 ]，或者這個寫錯了、寫多了"),
        Code::ClosedEarly => {
            ("第 {0} 行開頭的部分在這裏收口，後面卻還有它的內容", "請刪去這個括號，或緊挨在它前面的一個")
        }
        Code::MissingBracket => ("這之前缺少開頭的 {0}", "請在此處補上 {0}"),
        Code::TooDeep => ("巢狀超過 {0} 層", "沒有欄位需要這麼多層"),
        Code::TooManyValues => ("值超過 {0} 個", "請刪去用不着的內容"),
        Code::DuplicateKey => ("鍵 {0} 在此重複，先前一個在第 {1} 行第 {2} 列", "請只留一個"),
        Code::WrongType => ("此處應為{0}，不是{1}", "請這樣寫：{0e}"),
        Code::MissingField => ("缺少欄位 {0}，缺它的這一項擱置", "請補上"),
        Code::ExpectedField => ("缺少欄位 {0}，或其內容為空", "請補上"),
        Code::UnknownField => ("格式裏沒有欄位 {0}；保留，但不使用", "請更正欄位名稱，或刪去；可用的欄位見 schema"),
        Code::MisspeltPart => ("格式裏沒有 {0} 這一部分，檔案裏也沒有 {1}；其中的內容都沒有讀", "請改名為 {1}"),
        Code::FlowUpstream => (
            "貨從 from 流向 to，所以走貨的關係類別，上游不能是 to",
            "請去掉 upstream，並把這類關係的兩端對調；不走貨的，去掉 flow",
        ),
        Code::UnknownWord => ("{0} 不能用在此處", "請寫以下之一：{1}"),
        Code::EmptyText => ("文字裏看不到東西", "請寫上，或去掉這個欄位"),
        Code::TextTooLong => ("一段文字有 {0} 位元組，最多讀 {1}", "請分成幾段"),
        Code::NameTooLong => ("名稱有 {0} 字，最多讀 {1} 字", "請縮短，其餘放進 summary"),
        Code::ForbiddenCharacter => ("文字裏不能有字元 {0}：它看不見，或會把文字倒轉", "請刪去"),
        Code::CombiningMarks => ("一個字元上疊了四個以上的符號", "是從別處貼上來的嗎？"),
        Code::Markup => ("{0} 像是標記；文字按原樣顯示", "請去掉標記"),
        Code::NumberForm => ("{0} 讀作 {1}", "請寫成普通整數"),
        Code::NumberRange => ("{0} 超出範圍", "請寫此範圍內的數：{1}"),
        Code::BadId => {
            ("{0} 不是標識", "標識只用小寫字母、數字，中間以單個連字號相連；請用拼音或英文寫，例如 old-quay")
        }
        Code::BadDate => (
            "{0} 不是日期",
            "寫作 1889、1889-05、1889-05-12、1889~（約）、193X（三十年代）、18XX、1930/1949 或 1994/..",
        ),
        Code::ImpossibleDate => ("{0} 不可能：沒有這一天，或年份不在 {1} 之內", "請看數字是否打錯"),
        Code::DatesReversed => ("止在始之前：{0}—{1}", "請對調"),
        Code::PlannedDated => ("{0} 只是計劃，卻寫了起訖年份", "已經落實就去掉 planned，沒有落實就去掉年份"),
        Code::BadLanguage => ("{0} 不是此處用的語言標籤", "請按 BCP 47 的通行寫法，例如 zh-Hans、zh-Hant、en"),
        Code::UnspokenLanguages => {
            ("這些語言裏沒有一種是介面會的：{0}", "請至少寫上其中一種；在此之前各種都會列出，缺的文字以別的語言顯示")
        }
        Code::UnshownLanguage => {
            ("{0} 的文字不會顯示：本站的語言是 {1}", "請更正標籤，或在 site.languages 裏寫上它，或刪去這段文字")
        }
        Code::MissingTranslation => ("缺少 {0} 的文字", "補上之前先顯示別的語言"),
        Code::BadUrl => (
            "不能連結到 {0}",
            "請寫完整的地址，以 https://、http:// 或 mailto: 開頭，不含空格與用戶名稱；地址已失效的寫 null",
        ),
        Code::OpenContact => {
            ("{0} 不會顯示：寄往 http 地址的內容，途中別人讀得到", "請寫以 https:// 或 mailto: 開頭的地址")
        }
        Code::DuplicateId => ("標識 {0} 已在第 {1} 行第 {2} 列用過，此條擱置", "請另起標識，或把兩條合併"),
        Code::ConfusableId => ("標識 {0} 易與 {1} 相混", "請把其中一個起得清楚些"),
        Code::UnknownKind => ("檔案沒有定義類別 {0}", "請在 kinds 裏定義"),
        Code::UnknownStage => ("檔案沒有定義欄目 {0}", "請在 stages 裏定義"),
        Code::UnknownLinkKind => ("檔案沒有定義關係類別 {0}", "請在 linkKinds 裏定義"),
        Code::DanglingReference => ("這裏提到 {0}，但檔案裏沒有（{1}）", "請補寫，或改正標識"),
        Code::MisspeltId => {
            ("沒有任何記載提到 {0}，卻有 {1} 處提到 {2}，而檔案裏沒有它", "請把此處改為 {2}，或把提到它的地方改為 {0}")
        }
        Code::SetAsideReference => {
            ("這裏提到的 {0}（{1}）在第 {2} 行第 {3} 列，但因本身有錯而擱置", "請改正那一條；這裏沒有錯")
        }
        Code::SelfLink => ("{0} 連到自己，略去不用", "請寫上本來要連的，或刪去"),
        Code::MissingSource => ("{0} 須有出處", "請在 sources 裏寫上，或改為 unsourced"),
        Code::DuplicateReference => ("{0} 在此列表中重複，先前一個在第 {1} 行第 {2} 列", "請只留一個，或更正標識"),
        Code::DuplicateLink => (
            "{0} {2} {1} 已在第 {3} 行第 {4} 列，此條略去，連同只有它才有的內容：{5}",
            "請把這些內容併入前一條，再刪去此條",
        ),
        Code::Nothing => ("裏面沒有{0}，此條擱置", "請至少寫一個"),
        Code::TooManyRecords => ("{0}超過 {1} 條", "請把檔案分開"),
        Code::FlowCycle => ("貨流成環：{0}", "其中一條大概方向反了"),
        Code::AgainstStages => {
            ("{0}（{1}）在鏈上位於 {2}（{3}）之後，關係卻往回走", "請掉轉關係、改欄目，或用可以往回走的關係類別")
        }
        Code::FlowWithoutStage => ("貨沿 {0} 而流，但 {1} 沒有欄目", "請給它欄目，否則圖上沒有它"),
        Code::Unconnected => ("{0} 與任何實體都沒有關係", "請寫上它從何而來、往何處去；在此之前只能搜尋到它"),
        Code::Unsourced => ("此說未見來源", "找到出處後請寫進 sources，並寫明 evidence"),
        Code::WeakSources => ("此說只據網誌、論壇或推廣文；讀者會看到說明", "請找同樣這麼說的官方記錄、書或報紙"),
        Code::UnusedSource => ("沒有任何記載引用出處 {0}", "請在以它為據之處引用，或刪去"),
        Code::MoreErrors => ("還有 {0} 處錯誤沒有列出", "請先改好列出的，再檢查一次"),
        Code::MoreWarnings => ("還有 {0} 處警告沒有列出", "請先改好列出的，再檢查一次"),
        Code::MoreNotes => ("還有 {0} 條備註沒有列出", "請先看過列出的，再檢查一次"),
        Code::SwappedPosition => ("緯度 {0} 與經度 {1} 寫反了", "lat 寫緯度，lon 寫經度"),
        Code::NotDrawn => ("{0} 在底圖之外，離圖的中點 {1} 公里，圖上不畫", "如應在圖上，請看數字是否打錯"),
        Code::UnknownStreet => {
            ("底圖沒有畫街道 {0}；在那裏的只列在圖旁", "請畫一個同名的圖形、改正街名代號，或只寫地址")
        }
        Code::OffTheMap => ("{0} 不在圖上：離圖的中點有 {1} 公里", "請看數字是否寫反或打錯"),
        Code::WrongDatum => {
            ("{0} 應與 {1} 同在一處，位置卻差了 {2} 的偏移", "位置用 WGS-84；這個大概取自內地地圖，須先換算")
        }
        Code::MapDatum => {
            ("地圖與店家的位置差了 {1} 的偏移（如在 {0}）", "地圖與位置都用 WGS-84；其中一邊大概取自內地地圖，須先換算")
        }
        Code::NothingToShow => {
            ("檔案裏沒有可以顯示的實體，頁面會是空的", "請在 \"entities\" 裏至少寫一個，要有 id、kind 和 name")
        }
        Code::Contradiction => ("{0} 與 {1} 以 {2} 互為上游", "其中一條大概方向反了"),
        Code::PictureMissing => {
            ("圖片 {0} 不在那裏", "請把檔案放到那裏，檔名須完全一致（包括大小寫），或從此條去掉圖片")
        }
        Code::PictureUnsafe => ("圖片 {0} 裏有 {1}，圖中不許有", "只用路徑、形狀與組來畫；README 列出可用的"),
        Code::PictureKind => ("{0} 不是這種圖片，看來是 {1}", "請按檔名所說的格式另存"),
        Code::PictureCutOff => ("圖片 {0} 殘缺或已損壞", "請重新複製或另存"),
        Code::PictureMoves => ("圖片 {0} 是動圖，只能用靜止的圖片", "請另存其中一幀"),
        Code::PictureTooLarge => ("圖片 {0} 太大：{1}，至多 {2}", "請縮小"),
        Code::AltIsFileName => ("替代文字 {0} 就是檔名", "請寫圖中所見，給看不見圖的人"),
        Code::MapBounds => ("地圖四邊寫反了", "south 要小於 north，west 要小於 east"),
        Code::PicturePath => (
            "{0} 不是圖片路徑：須為相對路徑，不含 ..，用 /，副檔名為 .svg .png .jpg .webp .avif 之一",
            "請把檔案放進 data/pictures，寫作 pictures/name.svg",
        ),
    }
}
