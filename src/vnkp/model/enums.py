"""The closed vocabularies of the store, each word with its meaning, and those of answers."""

from __future__ import annotations

from enum import Enum


class DocumentedEnum(str, Enum):
    """A word of a closed list; *meaning* is what editors show about it."""

    _value_: str
    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> DocumentedEnum:
        """The word *value*, which is how the store writes it."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word


class Kind(DocumentedEnum):
    """What a fact is about."""

    VISIT = "visit", "people of one side go to the other, or both meet halfway"
    DIPLOMACY = "diplomacy", "relations, missions, talks, messages, positions"
    AGREEMENT = "agreement", "a treaty, an agreement or a plan that was signed"
    AID = "aid", "what one side gave or lent the other"
    TRADE = "trade", "what one side sold the other, or both exchanged"
    ECONOMY = "economy", "firms, projects and commissions"
    MILITARY = "military", "soldiers, pilots, arms"
    CULTURE = "culture", "arts, press, sport"
    EDUCATION = "education", "students, teachers, science"
    COMMEMORATION = "commemoration", "an anniversary, a funeral, a monument"


class Rank(DocumentedEnum):
    """How high an office is, highest first."""

    LEADER = "leader", "head of state, party, government or parliament"
    DEPUTY = "deputy", "deputy of one of those, or a member of the highest party body"
    MINISTER = "minister", "minister, or of like rank"
    VICE_MINISTER = "vice-minister", "vice minister, or of like rank"
    AMBASSADOR = "ambassador", "ambassador, or another head of a mission"
    OTHER = "other", "any other office"


class SourceKind(DocumentedEnum):
    """Who speaks in a source."""

    OFFICIAL = "official", "a government, a party, an embassy, an international body"
    PRESS = "press", "a newspaper, an agency, a broadcaster"
    ARCHIVE = "archive", "a document of the time, kept in an archive"
    SCHOLARLY = "scholarly", "a book or paper of research"
    REFERENCE = "reference", "an encyclopedia, a chronology, a database"
    BLOG = "blog", "somebody who writes on their own account"


class Qualifier(DocumentedEnum):
    """How a source words an amount; a figure without one is exact, as stated."""

    EXACT = "exact", "as stated"
    ABOUT = "about", "more or less"
    NEARLY = "nearly", "a little less"
    OVER = "over", "more"
    AT_LEAST = "at-least", "this or more"
    UP_TO = "up-to", "this or less"


class Terms(DocumentedEnum):
    """Whether aid was given or lent; a gift when nothing is written."""

    GIFT = "gift", "given"
    CREDIT = "credit", "lent, or sold to be paid later"
    MIXED = "mixed", "a total of gifts and credits: it counts only through its parts"


class Stage(DocumentedEnum):
    """Whether aid arrived (as IATI's disbursement; the default) or was promised (commitment)."""

    DELIVERED = "delivered", "it arrived"
    PLEDGED = "pledged", "it was promised"


class ExclusionReason(str, Enum):
    """Why a fact was left out of a total."""

    OUTSIDE = "outside the window"
    UNCERTAIN = "not surely inside the window"
    COUNTED_IN_PARTS = "told by its parts"
    PLEDGED = "pledged, no delivery known"
    PLEDGE_DELIVERED = "pledged, its delivery is known"
    MIXED_TERMS = "gifts and credits together, counted through its parts"


class Group(str, Enum):
    """What facts can be counted by."""

    YEAR = "year"
    DECADE = "decade"
    KIND = "kind"
    FROM = "from"
    RANK = "rank"
    PERSON = "person"
    PLACE = "place"
    ITEM = "item"
    SOURCE = "source"
    PUBLISHER = "publisher"
    MATCH = "match"
