"""The documents of a full and of an empty campaign, as they were read and found good."""

import pytest

from app.documents import build
from app.field import Doc
from tests.app.documents.outline import CAMPAIGNS, EDITION, golden, outline


@pytest.mark.parametrize("kind", Doc)
@pytest.mark.parametrize("name", CAMPAIGNS)
def test_the_document_is_as_it_was(name: str, kind: Doc) -> None:
    found = outline(build(CAMPAIGNS[name], kind, EDITION))
    assert found == golden(name, kind).read_text(encoding="utf-8")
