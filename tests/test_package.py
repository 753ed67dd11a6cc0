import json
import re
import struct
import zlib
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from types import SimpleNamespace

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

from skill.admission import admit
from skill.errors import ConfigurationError
from skill.house.safety.numbers import FILE, FRESH, Numbers
from skill.package import Addresses, write_package
from skill.settings import Settings

ROOT = Path(__file__).parents[1]
LOCALES = {
    "en-AU": "safe harbour",
    "en-CA": "safe harbor",
    "en-GB": "safe harbour",
    "en-IN": "safe harbour",
    "en-US": "safe harbor",
}
ENDPOINT = "https://harbor.example.org/alexa"
CHECKED = max(date.fromisoformat(each["checked"]) for each in json.loads(FILE.read_text(encoding="utf-8"))["numbers"])
DOING = {"tea": "make a pot of tea", "walk": "Go for a walk", "rest": "sit down for once"}
INTENTS = [{"name": "AnyIntent", "samples": ["make a pot of tea", "go for a walk", "sit down"]}, {"name": "NoIntent"}]


def admitted(doing):
    """Let practices in that do no more than say what can be done with them."""
    registry = SimpleNamespace(practices=doing, shipped_with_host=lambda practice: practice == "house")
    speech = SimpleNamespace(called=lambda practice, message, locale: {"menu": doing[practice]}[message])
    return SimpleNamespace(registry=registry, speech=speech)


GIVEN = {"admitted": admitted({**DOING, "house": "see the house"}), "today": CHECKED}


def build_models(folder):
    folder.mkdir()
    for locale, name in LOCALES.items():
        model = {"interactionModel": {"languageModel": {"invocationName": name, "intents": INTENTS}}}
        (folder / f"{locale}.json").write_text(json.dumps(model))
    (folder / "README.md").write_text("Generated.")
    return folder


@pytest.fixture
def models_dir(tmp_path):
    return build_models(tmp_path / "models")


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    write_package(
        folder / "out",
        endpoint=ENDPOINT,
        models_dir=build_models(folder / "models"),
        **GIVEN,
        privacy_url="https://harbor.example.org/privacy",
        terms_url="https://harbor.example.org/terms",
    )
    return folder / "out/skill-package"


@pytest.fixture
def manifest(package):
    return json.loads((package / "skill.json").read_text())["manifest"]


def unknown_keys(written, understood, path=""):
    """The keys in ``written`` that Amazon's own class for it would silently drop."""
    if isinstance(understood, Enum):
        return []
    if isinstance(understood, dict):
        return [
            key for name, value in written.items() for key in unknown_keys(value, understood[name], f"{path}.{name}")
        ]
    if isinstance(understood, list):
        return [key for pair in zip(written, understood, strict=True) for key in unknown_keys(*pair, path)]
    names = getattr(understood, "attribute_map", None)
    if names is None:
        return []
    attributes = {name: attribute for attribute, name in names.items()}
    unknown = [f"{path}.{name}" for name in written if name not in attributes]
    known = ((name, value) for name, value in written.items() if name in attributes)
    return unknown + [
        key
        for name, value in known
        for key in unknown_keys(value, getattr(understood, attributes[name]), f"{path}.{name}")
    ]


def test_amazons_own_classes_read_the_whole_manifest(manifest):
    text = json.dumps({"manifest": manifest})
    understood = DefaultSerializer().deserialize(text, SkillManifestEnvelope)
    assert unknown_keys({"manifest": manifest}, understood) == []


def test_a_key_that_amazon_does_not_know_is_noticed(manifest):
    manifest["apis"]["custom"]["interfaces"][0]["flavour"] = "mint"
    manifest["privacyAndCompliance"]["usesMagic"] = False
    text = json.dumps({"manifest": manifest})
    understood = DefaultSerializer().deserialize(text, SkillManifestEnvelope)
    assert unknown_keys({"manifest": manifest}, understood) == [
        ".manifest.privacyAndCompliance.usesMagic",
        ".manifest.apis.custom.interfaces.flavour",
    ]


def test_skill_events_and_requests_go_to_the_same_endpoint(manifest):
    expected = {"uri": ENDPOINT, "sslCertificateType": "Trusted"}
    assert manifest["apis"]["custom"]["endpoint"] == expected
    assert manifest["events"]["endpoint"] == expected


def test_the_skill_hears_when_it_is_disabled_so_that_it_can_delete(manifest):
    assert {"eventName": "SKILL_DISABLED"} in manifest["events"]["subscriptions"]


def test_only_the_permissions_that_are_used_are_asked_for(manifest):
    assert [permission["name"] for permission in manifest["permissions"]] == [
        "alexa::alerts:reminders:skill:readwrite",
        "alexa::alerts:timers:skill:readwrite",
        "alexa::person_id:read",
    ]


def test_the_skill_is_not_for_children_and_sells_nothing(manifest):
    answers = manifest["privacyAndCompliance"]
    refused = ("isChildDirected", "allowsPurchases", "containsAds", "usesHealthInfo")
    assert {name: answers[name] for name in refused} == dict.fromkeys(refused, False)
    assert answers["usesPersonalInfo"] is True
    assert answers["isExportCompliant"] is True


def test_every_locale_links_the_pages_about_privacy_and_terms(manifest):
    assert manifest["privacyAndCompliance"]["locales"] == {
        locale: {
            "privacyPolicyUrl": "https://harbor.example.org/privacy",
            "termsOfUseUrl": "https://harbor.example.org/terms",
        }
        for locale in LOCALES
    }


def test_pages_that_are_not_given_are_left_out(tmp_path, models_dir):
    write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **GIVEN)
    written = json.loads((tmp_path / "out/skill-package/skill.json").read_text())
    assert "locales" not in written["manifest"]["privacyAndCompliance"]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_listing_is_within_the_stores_limits(manifest, locale):
    listing = manifest["publishingInformation"]["locales"][locale]
    assert 0 < len(listing["summary"]) <= 120
    assert 0 < len(listing["description"]) <= 4000
    assert 0 < len(listing["examplePhrases"]) <= 3
    assert 0 < len(listing["keywords"]) <= 30
    assert listing["name"].lower() == LOCALES[locale]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "promise",
    [
        "information and education only",
        "not a substitute for professional advice",
        "no medical",
        "Talk to your doctor",
        "call your local emergency number",
        "cannot call anyone",
        "not directed at children",
    ],
)
def test_the_description_says_what_the_skill_is_not(manifest, locale, promise):
    assert promise in manifest["publishingInformation"]["locales"][locale]["description"]


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_is_left_with_a_hole_in_it(manifest, locale):
    listing = manifest["publishingInformation"]["locales"][locale]
    texts = [listing["name"], listing["summary"], listing["description"], *listing["examplePhrases"]]
    assert not any(brace in text for text in texts for brace in "{}")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_example_opens_the_skill_by_its_name(manifest, locale):
    phrases = manifest["publishingInformation"]["locales"][locale]["examplePhrases"]
    assert phrases[0] == f"Alexa, open {LOCALES[locale]}"
    assert all(LOCALES[locale] in phrase for phrase in phrases)


def test_what_can_be_done_is_told_by_the_practices_that_are_there(manifest):
    description = manifest["publishingInformation"]["locales"]["en-GB"]["description"]
    assert "WHAT YOU CAN DO\n• Sit down for once\n• Make a pot of tea\n• Go for a walk\n\n" in description


def test_examples_are_what_the_model_understands(manifest):
    assert manifest["publishingInformation"]["locales"]["en-GB"]["examplePhrases"] == [
        "Alexa, open safe harbour",
        "Alexa, ask safe harbour to make a pot of tea",
        "Alexa, ask safe harbour to Go for a walk",
    ]


def test_without_practices_nothing_is_promised(tmp_path, models_dir):
    given = {**GIVEN, "admitted": admitted({})}
    write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **given)
    listings = json.loads((tmp_path / "out/skill-package/skill.json").read_text())["manifest"]["publishingInformation"]
    assert listings["locales"]["en-US"]["examplePhrases"] == ["Alexa, open safe harbor"]
    assert "WHAT YOU CAN DO" not in listings["locales"]["en-US"]["description"]


def test_a_hundred_practices_still_make_a_listing(tmp_path, models_dir):
    given = {**GIVEN, "admitted": admitted({f"practice-{number}": "do " + "one " * 20 for number in range(100)})}
    write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **given)
    listings = json.loads((tmp_path / "out/skill-package/skill.json").read_text())["manifest"]["publishingInformation"]
    assert len(listings["locales"]["en-US"]["description"]) <= 4000


def test_what_ships_is_listed_with_three_examples_that_the_built_models_understand(tmp_path):
    shipped = admit(Settings.of({}))
    models = ROOT / "interaction_models"
    write_package(tmp_path, endpoint=ENDPOINT, models_dir=models, admitted=shipped, today=CHECKED)
    written = json.loads((tmp_path / "skill-package/skill.json").read_text())["manifest"]["publishingInformation"]
    practices = [each for each in shipped.registry.practices if not shipped.registry.shipped_with_host(each)]
    for locale, listing in written["locales"].items():
        assert len(listing["examplePhrases"]) == 3
        assert len(listing["description"]) <= 4000
        for practice in practices:
            assert shipped.speech.called(practice, "menu", locale)[1:] in listing["description"]


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_said_in_the_name_of_alexa(manifest, locale):
    listing = json.dumps(manifest["publishingInformation"]["locales"][locale])
    assert not re.search(r"\b(Alexa|Amazon) (recommends|suggests|advises|thinks|believes|wants)|official", listing)


def test_the_skill_is_offered_only_where_it_knows_whom_to_call(manifest):
    assert set(manifest["publishingInformation"]["distributionCountries"]) <= set(Numbers().countries())


def test_numbers_that_were_not_checked_for_long_are_not_shipped(tmp_path, models_dir):
    given = {**GIVEN, "today": CHECKED + FRESH + timedelta(days=1)}
    with pytest.raises(ConfigurationError, match="numbers to call") as refusal:
        write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **given)
    assert any(each.startswith("Samaritans (GB, crisis): last checked on ") for each in refusal.value.findings)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_built_models_carry_the_name_the_store_shows(locale):
    model = json.loads((ROOT / f"interaction_models/{locale}.json").read_text())
    assert model["interactionModel"]["languageModel"]["invocationName"] == LOCALES[locale]


def test_the_models_are_copied_as_they_were_built(tmp_path, models_dir):
    write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **GIVEN)
    folder = tmp_path / "out/skill-package/interactionModels/custom"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        f"{locale}.json": (models_dir / f"{locale}.json").read_bytes() for locale in LOCALES
    }


def test_every_file_written_is_reported(tmp_path, models_dir):
    written = write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **GIVEN)
    assert written == sorted(path for path in (tmp_path / "out").rglob("*") if path.is_file())


def test_the_deploying_tool_finds_the_package_and_keeps_its_memory_of_the_skill(tmp_path, models_dir):
    states = tmp_path / "out/.ask/ask-states.json"
    states.parent.mkdir(parents=True)
    states.write_text("{}")
    write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **GIVEN)
    resources = json.loads((tmp_path / "out/ask-resources.json").read_text())
    source = resources["profiles"]["default"]["skillMetadata"]["src"]
    assert (tmp_path / "out" / source / "skill.json").is_file()
    assert states.read_text() == "{}"


@pytest.mark.parametrize(("key", "size"), [("smallIconUri", 108), ("largeIconUri", 512)])
def test_an_icon_is_a_png_of_the_size_the_store_wants(package, manifest, key, size):
    uri = manifest["publishingInformation"]["locales"]["en-US"][key]
    png = (package / uri.removeprefix("file://")).read_bytes()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (size, size)
    length = struct.unpack(">I", png[33:37])[0]
    pixels = zlib.decompress(png[41 : 41 + length])
    assert len(pixels) == size * (1 + 4 * size)
    opacity = [pixels[row * (1 + 4 * size) + 4 * (column + 1)] for row, column in ((0, 0), (size // 2, size // 2))]
    assert opacity == [0, 255], "the corner is clear and the middle is not"


def test_only_the_locales_asked_for_are_written(tmp_path, models_dir):
    write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **GIVEN, locales=["en-GB"])
    written = json.loads((tmp_path / "out/skill-package/skill.json").read_text())
    assert list(written["manifest"]["publishingInformation"]["locales"]) == ["en-GB"]
    assert [path.name for path in (tmp_path / "out/skill-package").rglob("en-*")] == ["en-GB.json"]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("https://harbor.example.org", "https://harbor.example.org/alexa"),
        ("https://harbor.example.org/", "https://harbor.example.org/alexa"),
        ("https://harbor.example.org:443/alexa", "https://harbor.example.org:443/alexa"),
        ("https://example.org/somewhere/else", "https://example.org/somewhere/else"),
    ],
)
def test_an_endpoint_without_a_path_is_completed(given, written):
    assert Addresses(given).for_amazon()["uri"] == written


def test_the_tool_that_deploys_comes_by_npm(package):
    brought = json.loads((package.parent / "package.json").read_text())
    assert list(brought["dependencies"]) == ["ask-cli"]
    assert brought["private"] is True


@pytest.mark.parametrize(
    ("endpoint", "reason"),
    [
        ("http://harbor.example.org/alexa", "must begin with https://"),
        ("harbor.example.org/alexa", "must begin with https://"),
        ("https://harbor.example.org:8443/alexa", "port 443 only"),
        ("https://harbor.example.org:many/alexa", "port 443 only"),
        ("https://localhost/alexa", "no host that the internet knows"),
        ("https:///alexa", "no host that the internet knows"),
        ("https://ana@harbor.example.org/alexa", "host and a path only"),
        ("https://harbor.example.org/alexa?key=1", "host and a path only"),
    ],
)
def test_an_endpoint_that_alexa_cannot_call_is_refused_by_name(tmp_path, models_dir, endpoint, reason):
    with pytest.raises(ConfigurationError, match=re.escape(reason)) as refusal:
        write_package(tmp_path / "out", endpoint=endpoint, models_dir=models_dir, **GIVEN)
    assert endpoint in str(refusal.value)
    assert not (tmp_path / "out").exists()


def test_an_unknown_kind_of_certificate_is_refused_by_name(tmp_path, models_dir):
    with pytest.raises(ConfigurationError, match="'Homemade'"):
        write_package(tmp_path / "out", endpoint=ENDPOINT, certificate="Homemade", models_dir=models_dir, **GIVEN)


def test_a_privacy_page_that_is_not_https_is_refused_by_name(tmp_path, models_dir):
    with pytest.raises(ConfigurationError, match="privacy address 'ftp://x'"):
        write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **GIVEN, privacy_url="ftp://x")


def test_a_model_that_was_not_built_is_named(tmp_path, models_dir):
    (models_dir / "en-CA.json").unlink()
    with pytest.raises(ConfigurationError, match=r"en-CA\.json is missing"):
        write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **GIVEN, locales=["en-US", "en-CA"])


def test_a_folder_without_models_is_named(tmp_path):
    with pytest.raises(ConfigurationError, match="holds no interaction model"):
        write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=tmp_path, **GIVEN)


@pytest.mark.parametrize("text", ["{}", "[]", "nonsense"])
def test_a_model_without_a_name_to_call_it_by_is_refused(tmp_path, models_dir, text):
    (models_dir / "en-US.json").write_text(text)
    with pytest.raises(ConfigurationError, match="en-US names no invocation name"):
        write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **GIVEN)


def test_a_locale_without_texts_for_the_store_is_named(tmp_path, models_dir):
    (models_dir / "tlh-QO.json").write_text((models_dir / "en-US.json").read_text())
    with pytest.raises(ConfigurationError, match="hold none for tlh-QO"):
        write_package(tmp_path / "out", endpoint=ENDPOINT, models_dir=models_dir, **GIVEN, locales=["tlh-QO"])
