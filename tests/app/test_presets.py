"""The usual deliverables: exact, complete, and each taken one a thing of its own."""

from itertools import count

from app.presets import DONE_WHEN, PRESETS, named


def new_ids() -> "count[int]":
    return count(1)


def test_the_exact_numbers_of_the_protocol() -> None:
    named = {each.key: dict(each.specs) for each in PRESETS}
    post = named["blog-post"]
    assert (post["Words"], post["Headers"], post["Examples"]) == ("1,200", "5", "3")
    assert (named["social-image"]["Size"], named["social-image"]["File"]) == ("1080 x 1080 px", "PNG")


def test_every_type_asks_when_it_is_done() -> None:
    assert all(DONE_WHEN in dict(each.specs) for each in PRESETS)


def test_pictures_come_with_size_format_and_file_type() -> None:
    numbers = new_ids()
    for each in PRESETS:
        for asset in each.made(lambda: str(next(numbers))).assets:
            assert asset.dimensions
            assert asset.format
            assert asset.file_type


def test_two_of_a_kind_share_no_id() -> None:
    numbers = new_ids()
    one, other = (PRESETS[1].made(lambda: str(next(numbers))) for _ in range(2))
    made = (one, other)
    ids = [each.id for each in made] + [row.id for each in made for row in each.specs]
    ids += [row.id for each in made for row in each.assets]
    assert len(set(ids)) == len(ids)


def test_words_are_specified_as_the_usual_thing_they_name() -> None:
    ids = new_ids()
    for words, name, kind in (
        ("winter email", "Winter email", "Email"),
        ("BLOG", "BLOG", "Blog post"),
        ("landing page for e-bikes", "Landing page for e-bikes", "Landing page"),
        ("shop-window poster", "Shop-window poster", ""),
        ("page", "Page", "Landing page"),
        (" ", "", ""),
    ):
        made = named(words, lambda: str(next(ids)))
        assert (made.name, made.type) == (name, kind)
        assert DONE_WHEN in [spec.name for spec in made.specs]
