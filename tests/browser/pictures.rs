//! README's pictures, retaken from the built app, so that they never show what is no longer so.

use std::path::Path;

use super::House;

#[tokio::test(flavor = "multi_thread")]
async fn the_pictures_of_the_readme_show_the_app_as_it_is() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("it is there");
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/").await;
    // The first view of the file, on the whole lens.
    let focus = house.text("return document.querySelector('[data-trace=focus]').dataset.entity").await;
    house.go("en/stories").await;
    let story = house.text("return document.querySelector('main a[href*=\"story/\"]').getAttribute('href')").await;
    let shots = [
        ("chain.png", 1440, 900, format!("en/chain?focus={focus}&up=all&down=all&only=1&theme=light")),
        ("phone.png", 390, 844, "zh-Hans/?theme=light".to_owned()),
        ("story.png", 390, 844, story.replacen("en/", "zh-Hant/", 1) + "?theme=dark"),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for (name, width, height, path) in shots {
        house.resize(width, height).await;
        house.go(&path).await;
        house.until("return performance.getEntriesByName('map-ready').length > 0").await;
        let picture = house.driver.screenshot_as_png().await.expect("it can be taken");
        // An empty page of this size takes less.
        assert!(picture.len() > 20_000, "{name} has {} bytes", picture.len());
        assert!(readme.contains(&format!("tests/pictures/{name}")), "README shows {name}");
        std::fs::write(folder.join(name), picture).expect("it can be written");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}
