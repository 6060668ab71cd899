//! What was chosen or opened by a button keeps its focus and is in sight.

use serde_json::json;

use super::House;

#[tokio::test(flavor = "multi_thread")]
async fn after_a_change_of_language_the_focus_stays_on_the_switch() {
    let house = House::open(1280, 800, Vec::new()).await;
    for path in ["en/", "en/chain"] {
        house.go(path).await;
        house.click(".spine__tools [lang=zh-Hant]").await;
        house.until("return document.documentElement.lang === 'zh-Hant'").await;
        house.until("return !!document.activeElement.closest('.spine__tools [lang]')").await;
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chosen_lens_is_whole_on_a_phone_and_the_search_stays_within_the_frame() {
    let house = House::open(390, 844, Vec::new()).await;
    house.go("en/chain?lens=governance").await;
    let whole = "
        const row = document.querySelector('.lenses').getBoundingClientRect();
        const tab = document.querySelector('.lenses [aria-pressed=true]').getBoundingClientRect();
        return tab.left >= row.left - 1 && tab.right <= row.right + 1";
    house.until(whole).await;
    assert_eq!(house.run("return [scrollX, scrollY]").await, json!([0, 0]), "the page stays where it is");
    let within = "
        const frame = document.querySelector('.chain__main').getBoundingClientRect();
        return document.querySelector('.bar .search').getBoundingClientRect().right <= frame.right";
    assert_eq!(house.run(within).await, json!(true));
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_opened_filter_stays_in_the_window_in_every_language_on_map_and_list() {
    let house = House::open(390, 844, Vec::new()).await;
    for (width, height) in [(390, 844), (768, 1024)] {
        house.resize(width, height).await;
        for lang in ["zh-Hans", "zh-Hant", "en"] {
            for view in ["chain", "chain?view=list"] {
                house.go(&format!("{lang}/{view}")).await;
                house.click(".sieve summary").await;
                house.until("return document.querySelector('.sieve').open").await;
                house.frames().await;
                let measured = "
                    const box = document.querySelector('.sieve__box').getBoundingClientRect();
                    const word = document.querySelector('.sieve summary').getBoundingClientRect();
                    return [document.documentElement.scrollWidth <= innerWidth, box.left >= 0 && box.right <= innerWidth,
                        Math.abs(box.top - word.bottom) < 2]";
                let measured = house.run(measured).await;
                assert_eq!(measured, json!([true, true, true]), "{lang}/{view} at {width}");
            }
        }
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_of_honours_stand_in_one_line_with_room_for_their_names_on_a_phone() {
    let house = House::open(390, 844, Vec::new()).await;
    for lang in ["zh-Hans", "zh-Hant", "en"] {
        house.go(&format!("{lang}/plate/party-building")).await;
        house.until("return document.querySelectorAll('.award').length > 0").await;
        let narrow = "
            const tall = [...document.querySelectorAll('.award .figure__count')].filter(count =>
                count.getBoundingClientRect().height > 1.6 * parseFloat(getComputedStyle(count).fontSize));
            const narrow = [...document.querySelectorAll('.award > div')].filter(told => told.getBoundingClientRect().width < 200);
            return [tall.length, narrow.length]";
        assert_eq!(house.run(narrow).await, json!([0, 0]), "{lang}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn brands_break_no_word_and_reach_into_no_neighbour_and_their_chains_meet_at_every_width() {
    let house = House::open(1440, 900, Vec::new()).await;
    for (width, height) in
        [(390, 844), (768, 1024), (1023, 800), (1024, 800), (1200, 900), (1359, 900), (1360, 900), (1440, 900)]
    {
        house.resize(width, height).await;
        house.go("en/plate/party-building").await;
        house.until("return document.querySelectorAll('.brand').length > 0").await;
        let wrong = "
            const all = of => [...document.querySelectorAll(of)];
            const beyond = all('.brand__told').filter(told => [told, ...told.querySelectorAll('*')].some(
                inner => inner.clientWidth && inner.scrollWidth > inner.clientWidth + 1)).map(told => told.textContent);
            const broken = [];
            for (const told of all('.brand__told')) {
                const texts = document.createTreeWalker(told, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    for (const word of texts.currentNode.data.matchAll(/\\p{L}+/gu)) {
                        const range = document.createRange();
                        range.setStart(texts.currentNode, word.index);
                        range.setEnd(texts.currentNode, word.index + word[0].length);
                        if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) broken.push(word[0]);
                    }
                }
            }
            const cut = all('.strand').filter(strand => getComputedStyle(strand).overflow !== 'visible').length;
            return [beyond, broken, cut]";
        assert_eq!(house.run(wrong).await, json!([[], [], 0]), "at {width}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_chooses_a_lens_by_key_stays_on_its_button_whatever_can_be_laid_over_it() {
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/chain").await;
    let lenses =
        house.run("return document.querySelectorAll('.lenses button').length").await.as_u64().expect("a number");
    assert!(lenses > 3, "{lenses}");
    // Over some lenses something can be laid, over others not: the button for it comes and goes beside them.
    for place in (0..lenses).rev() {
        house.run(&format!("document.querySelectorAll('.lenses button')[{place}].focus()")).await;
        house.key("Enter").await;
        let chosen = format!(
            "const tab = document.querySelectorAll('.lenses button')[{place}];
            return tab.getAttribute('aria-pressed') === 'true' && tab === document.activeElement"
        );
        house.until(&chosen).await;
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_found_on_the_opening_page_is_below_its_field_and_nothing_of_it_is_cut_on_a_phone() {
    let house = House::open(390, 844, Vec::new()).await;
    for (lang, asked) in [("en", "water"), ("zh-Hant", "馬蹄")] {
        house.go(&format!("{lang}/?q={asked}")).await;
        house.until("return document.querySelectorAll('.hit').length > 0").await;
        let placed = "
            const box = of => document.querySelector(of).getBoundingClientRect();
            const [field, found, list] = ['.doors .field', '.doors .search__found', '.doors .search__found ul'].map(box);
            return [found.top >= field.bottom - 1, Math.abs(found.width - field.width) < 3, list.bottom <= found.bottom]";
        assert_eq!(house.run(placed).await, json!([true, true, true]), "{lang}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}
