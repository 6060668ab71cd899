//! One visitor's way from a name to a walk, as a whole.

use serde_json::json;
use taste::{
    model::{Catalog, Depth, EntityIx, EvidenceSet, Lang, LensIx, StoryIx},
    view::over::{self, Laid, Over},
};

use super::{House, taking, visitor};

/// The dish that most comes to of those that a story of the file tells of at its end and long before, and somebody vouches for; and
/// that story.
fn dish(catalog: &Catalog, over: &Over) -> (EntityIx, StoryIx) {
    let told = catalog.stories.iter().enumerate().filter_map(|(at, story)| {
        let dish = story.steps.last()?.focus;
        let comes = visitor::traced(catalog, catalog.entity(dish).id.as_str(), Depth::All, Depth::All).0.len();
        let first = story.steps.iter().position(|step| step.focus == dish || step.place == Some(dish))?;
        let goods = catalog.kinds[catalog.entity(dish).kind.at()].goods && catalog.entity(dish).stage.is_some();
        let long = first + 3 < story.steps.len() && taking::along(catalog, dish).len() > 1;
        let vouched = !over::vouchers(catalog, over, dish).is_empty();
        (goods && long && vouched).then_some((comes, dish, StoryIx::from(at)))
    });
    let (_, dish, story) = told.max_by_key(|(comes, ..)| *comes).expect("a story tells of a dish");
    (dish, story)
}

/// The texts of all elements of a selector, without the readings above them.
async fn texts(house: &House, selector: &str) -> Vec<String> {
    let script = format!(
        "const words = e => {{ const copy = e.cloneNode(true); copy.querySelectorAll('rt, rp').forEach(above => above.remove()); return copy.textContent; }};
        return [...document.querySelectorAll({})].map(words)",
        json!(selector)
    );
    serde_json::from_value(house.run(&script).await).expect("texts")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_asks_where_a_dish_comes_from_reads_its_story_asks_who_vouches_walks_and_shares() {
    let catalog = visitor::catalog();
    let lens = over::lenses(&catalog, LensIx(0))[0];
    let over = Over::new(&catalog, Laid { over: lens, base: LensIx(0), year: None, evidence: EvidenceSet::ALL });
    let (dish, story) = dish(&catalog, &over);
    let id = catalog.entity(dish).id.to_string();
    let upstream = visitor::traced(&catalog, &id, Depth::All, Depth::Steps(1)).0;
    let story = &catalog.stories[story.at()];
    let house = House::open(390, 844, Vec::new()).await;
    house.before_all(taking::RECORDER).await;
    for lang in [Lang::ZhHans, Lang::ZhHant, Lang::En] {
        let name = |entity: EntityIx| catalog.entity(entity).name.full.words(lang);
        let tag = lang.tag();
        house.go(&format!("{tag}/?theme=light")).await;

        // Searched by its name, and opened.
        house.click("input[type=search]").await;
        house.compose_end(name(dish)).await;
        house.until(&format!("return !!document.querySelector('.search__found a[href*=\"focus={id}\"]')")).await;
        house.click(&format!(".search__found a[href*='focus={id}']")).await;
        house.until("return document.querySelectorAll('[data-trace=focus]').length === 1").await;
        assert!(house.here().await.starts_with(&format!("{tag}/chain?focus={id}&only=1")), "its trace stands alone");
        house.until("return !!document.querySelector('.panel h2')").await;
        assert_eq!(texts(&house, ".panel h2").await, [name(dish)]);

        // All that comes to it.
        let more = ".depth > div:nth-of-type(1) > button:nth-of-type(2)";
        for steps in 2..=catalog.entities.len() {
            if house.run(&format!("return document.querySelector('{more}').disabled")).await == json!(true) {
                break;
            }
            house.click(more).await;
            house.until(&format!("return location.search.includes('up={steps}')")).await;
        }
        house
            .until(&format!("return document.querySelectorAll('[data-trace=up]').length === {}", upstream.len()))
            .await;
        assert_eq!(visitor::shown(&house, "up").await, upstream);

        // Who vouches for what it comes through.
        house.click(".panel__handle").await;
        house.until("return !!document.querySelector('.panel--high')").await;
        house.click(".panel .over__way a").await;
        house.until(&format!("return location.search.includes('over={}')", catalog.lens(lens).id)).await;
        house.until("return !!document.querySelector('.panel [data-part=vouches]')").await;
        let vouchers = over::vouchers(&catalog, &over, dish);
        let known: Vec<String> = vouchers.iter().map(|voucher| name(voucher.touched).to_owned()).collect();
        assert_eq!(texts(&house, ".panel [data-part=vouches] .over__fold summary b").await, known);
        house.click(".panel [data-part=vouches] .over__fold summary").await;
        let first = "return (document.querySelector('.panel .over__fold[open]')?.innerText ?? '')";
        house.until(&format!("{first} !== ''")).await;
        let said = house.text(first).await;
        for touch in over.of(vouchers[0].touched) {
            assert!(said.contains(name(touch.who)), "{} in {said}", name(touch.who));
        }

        // Its story, to the end.
        house.click(&format!(".panel a[href*='/story/{}/']", story.id)).await;
        house.until(&format!("return document.querySelector('main').dataset.story === '{}'", story.id)).await;
        let begun = house.text("return document.querySelector('main').dataset.step").await;
        let begun: usize = begun.parse().expect("a number");
        for (place, step) in story.steps.iter().enumerate().skip(begun - 1) {
            house.until(&format!("return document.querySelector('main').dataset.step === '{}'", place + 1)).await;
            // The address follows once the step is in sight.
            let path = format!("/{tag}/story/{}/{}", story.id, place + 1);
            house.until(&format!("return location.pathname === '{path}'")).await;
            let read = texts(&house, ".step--now").await.concat();
            assert!(read.contains(step.text.words(lang)), "{read}");
            let focus = &catalog.entity(step.focus).id;
            house
                .until(&format!("return document.querySelector('[data-trace=focus]')?.dataset.entity === '{focus}'"))
                .await;
            if place + 1 < story.steps.len() {
                house.click(".turns .btn--solid").await;
            }
        }

        // Those who appeared, the dish among them, and the walk along its chain.
        house.click(&format!(".appearing a[href*='/entity/{id}']")).await;
        house.until("return !!document.querySelector('main.entity-page')").await;
        assert_eq!(texts(&house, "main h1").await, [name(dish)]);
        house.click(&format!("a[href*='/walk?'][href*='focus={id}']")).await;
        house.until("return document.querySelectorAll('.stops > li').length > 0").await;
        let stops = taking::along(&catalog, dish);
        let names: Vec<String> = stops.iter().map(|stop| name(*stop).to_owned()).collect();
        assert_eq!(texts(&house, ".stops > li h2").await, names);
        // And on to somebody else.
        house.click(".share-link button").await;
        house.until("return window.__shared.length > 0").await;
        let shared = house.run("return window.__shared.at(-1)").await;
        assert_eq!(shared["url"], house.run("return location.href").await);
        assert_eq!(shared["title"], house.run("return document.title").await);
        assert_eq!(
            house.text("return document.documentElement.lang").await,
            tag,
            "the language was kept on the whole way"
        );
    }
    house.nothing_went_wrong().await;
    house.close().await;
}
