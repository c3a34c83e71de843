"""The closed vocabularies of the store: each has its one home here."""

from __future__ import annotations

from enum import Enum


class Kind(str, Enum):
    """What a fact is about."""

    VISIT = "visit"
    DIPLOMACY = "diplomacy"
    AGREEMENT = "agreement"
    AID = "aid"
    TRADE = "trade"
    ECONOMY = "economy"
    MILITARY = "military"
    CULTURE = "culture"
    EDUCATION = "education"
    COMMEMORATION = "commemoration"


class Rank(str, Enum):
    """How high an office is, highest first."""

    LEADER = "leader"
    DEPUTY = "deputy"
    MINISTER = "minister"
    VICE_MINISTER = "vice-minister"
    AMBASSADOR = "ambassador"
    OTHER = "other"


class SourceKind(str, Enum):
    """Who speaks in a source."""

    OFFICIAL = "official"
    PRESS = "press"
    ARCHIVE = "archive"
    SCHOLARLY = "scholarly"
    REFERENCE = "reference"
    BLOG = "blog"


class Qualifier(str, Enum):
    """How a source words an amount; a figure without one is exact, as stated."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at-least"
    UP_TO = "up-to"


class Terms(str, Enum):
    """Whether aid was given or lent."""

    GIFT = "gift"
    CREDIT = "credit"


class Stage(str, Enum):
    """Whether aid arrived (IATI's disbursement) or was promised (its commitment)."""

    DELIVERED = "delivered"
    PLEDGED = "pledged"


class Why(str, Enum):
    """Why a fact was left out of a total."""

    OUTSIDE = "outside the window"
    UNSURE = "not surely inside the window"
    TOLD = "told by its parts"
    PLEDGED = "pledged, no delivery known"
    ARRIVED = "pledged, its delivery is known"
