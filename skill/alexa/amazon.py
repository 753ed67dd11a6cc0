"""Names that belong to the platform: built-in slot types and intents, as far as they are known."""

from __future__ import annotations

PREFIX = "AMAZON."
FREE = "AMAZON.SearchQuery"
"""The one type that takes any words; it needs a carrier phrase and stands alone in a sample."""

REQUIRED = ("AMAZON.CancelIntent", "AMAZON.HelpIntent", "AMAZON.StopIntent")
ADVISED = ("AMAZON.FallbackIntent", "AMAZON.NavigateHomeIntent")


def _named(*names: str) -> frozenset[str]:
    return frozenset(f"{PREFIX}{name}" for some in names for name in some.split())


INTENTS = _named(
    "CancelIntent FallbackIntent HelpIntent LoopOffIntent LoopOnIntent MoreIntent NavigateHomeIntent",
    "NavigateSettingsIntent PageDownIntent PageUpIntent PauseIntent PreviousIntent RepeatIntent ResumeIntent",
    "ScrollDownIntent ScrollLeftIntent ScrollRightIntent ScrollUpIntent SelectIntent ShuffleOffIntent ShuffleOnIntent",
    "StartOverIntent StopIntent YesIntent NextIntent NoIntent",
)

TYPES = _named(
    "Actor AdministrativeArea AggregateRating Airline Airport AlphaNumeric Animal Anaphor Artist AT_CITY AT_REGION",
    "Athlete Author Book BookSeries BroadcastChannel BR_CITY BR_REGION City CivicStructure Color Comic Corporation",
    "Country CreativeWorkType DATE DayOfWeek DE_CITY DE_REGION Dessert DeviceType Director Drink DURATION",
    "EducationalOrganization ES_CITY ES_REGION Ethnicity EUROPE_CITY EventType Festival FictionalCharacter",
    "FinancialService FirstName Food FoodEstablishment FOUR_DIGIT_NUMBER Game GB_CITY GB_REGION Genre",
    "Intangible Kitchenware Landform LandmarksOrHistoricalBuildings Language LocalBusiness LocalBusinessType",
    "MedicalOrganization Month Movie MovieSeries MovieTheater MusicAlbum MusicCreativeWorkType MusicEvent",
    "MusicGroup Musician MusicPlaylist MusicRecording MusicVenue MusicVideo NUMBER Ordinal Organization Person",
    "PhoneNumber Place PostalAddress Professional ProfessionalType RadioChannel Region RelativePosition Residence Room",
    "ScreeningEvent SearchQuery Season Service SocialMediaPlatform SoftwareApplication SoftwareGame Sport",
    "SportsEvent SportsTeam StreetAddress StreetName TelevisionChannel TIME TVEpisode TVSeason TVSeries US_CITY",
    "US_FIRST_NAME US_LAST_NAME US_STATE VehicleModel VideoGame VisualModeTrigger WeatherCondition",
    "WrittenCreativeWorkType",
)
