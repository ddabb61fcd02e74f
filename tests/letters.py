"""Letters and clusters of the orthographies in use from Vancouver Island to Nunavut, which screen and paper must have.

What looks the same may have two codes: U+01DD (ǝ) is written by some, U+0259 (ə) by others.
An orthography changes with those who write it: this is what a page may hold, no description of a language.
Sources: the alphabets that FirstVoices and tribal sites show, as collected in github.com/aaronbell/Salishan; Government
of the Northwest Territories, Chart of letters and accents; Unicode, Unified Canadian Aboriginal Syllabics.
"""

from __future__ import annotations

from collections.abc import Mapping

SMALL: Mapping[str, str] = {
    "Comox, Sliammon, Klahoose": "ɔ č č̓ ɛ ə ɩ gʸ ǰ k̓ kʷ k̓ʷ kʸ l̓ ɬ ƛ ƛ̓ m̓ n̓ p̓ q̓ qʷ q̓ʷ š t̓ θ tᶿ t̓ᶿ ʊ w̓ χ χʷ xʷ y̓ ʔ",
    "Comox, in capitals": "Ɂ ɂ Éyɂáɂjuuthem",
    "Comox, with the chi of Latin": "ꭓ ꭓ̓ ꭓʷ",
    "Hən̓q̓əmin̓əm̓": "c̓ č k̓ kʷ k̓ʷ l̓ ƛ̓ ɬ m̓ n̓ p̓ q̓ qʷ q̓ʷ š t̓ t̓ᶿ θ w̓ xʷ χ χʷ y̓ ʔ ə ǝ ey̓ ǝy̓ xʷməθkʷəy̓əm",
    "Halq'eméylem": "ō ōy ōw úw x̱ x̱w Stó:lō Stó꞉lō Stó:lō‑Coast",
    "Sechelt": "ch̕ k̕ kw̕ ḵ ḵ̕ ḵw̕ p̕ t̕ tl̕ ts̕ x̱ x̱w ˀ ʔ",
    "Squamish": "k̓w ḵ ḵw ḵwʼ lʼ m̓ n̓ p̓ ts̓ x̱ y̓ z̓ w̓ Sḵwx̱wú7mesh",
    "SENĆOŦEN": "Ⱥ Ć Ȼ Ḵ Ḱ Ƚ Ṉ Ś Ⱦ Ŧ Ṯ W̱ X̱ W̱SÁNEĆ",
    "Lushootseed, Makah": "c̓ č̓ dᶻ gʷ ǰ k̓ʷ l̓ ɬ ɫ ł ƛ̓ q̓ʷ x̌ x̌ʷ",
    "S’Klallam, Lekwungen": "c̕ č̕ ə́ ƛ̕ m̕ n̕ ŋ ŋ̕ q̕ʷ x̣ x̣ʷ lək̓ʷəŋən",
    "Haida": "ĝ ǥ g̱ ḵ ḵʼ x̱ x̂ x̲ g̲ ñ",
    "Nuxalk": "k̓ kʷ ł q̓ʷ ƛ̓ c̓ x̣ x̣ʷ ʔ",
    "Nuu-chah-nulth, Ditidaht": "b̓ c̓ č č̓ čʼ d̓ ḥ k̕ʷ l̓ ł ƛ ƛ̕ m̓ n̓ q̓ š t̕ w̓ x̣ x̣ʷ y̓ ʔ ʕ Nuučaan̓uɫ",
    "Kwak̓wala": "a̱ ḏ dł ǥ ǥw k̓ k̕w ḵ ḵw ḵ̓ ḵ̕w ł p̓ t̕ ts̓ t̕ł x̱ x̱w",
    "Haíɫzaqv, Haisla": "ɫ ǧ ǧv k̓ λ λ̓ ƛ ƛ̓ ḷ ḷ̓ ṃ ṃ̓ ṇ ṇ̓ x̌ x̌v y̓ Haíɫzaqvḷa",
    "Sm̓algya̱x, Gitxsan, Nisg̱a’a": "a̱ g̱ ḵ k̲ g̲ x̱ x̲ ł m̓ n̓ ẅ Nisg̱a’a",
    "Secwepemctsín": "g̓ g̓w k̕ k̓w ĺ l̓ m̓ n̓ p̓ q̓ q̓w r̓ t̕ w̓ y̓",
    "St̓át̓imcets": "v́ p̓ t̓ ts̓ k̓ q̓w z̓ ľ r̕ g̓ l̲ s̲ t̲s̲ c̣ ṣ ɣ ɣ̓ ị ụ ǝ̣ ạ ạ́ ǝ̣́ ị́ ụ́ ʕ ʕʷ",
    "Nłeʔkepmxcín": "ʔ c̓ c̣ ə ə́ ə̣ ɣ ɣ̓ k̓ʷ ḷ ł ƛ̓ ṣ t̓ θ z̓ ʕ ʕ̓ ʕʷ l̓ l̕ Nłeʔkepmxcín",
    "Nsyilxcən": "c̓ ə ə́ k̓ʷ l̓ ł ƛ̓ n̓ q̓ʷ x̌ x̌ʷ ʔ ʕ ʕ̓ ʕʷ Nsyilxcən n̓səl̓xcin̓",
    "Ktunaxa": "ⱡ Ⱡ k̓ m̓ n̓ p̓ q̓ t̓ ¢ ʔ ʔa·kisq̓nuk Yaqan nuʔkiy ʔaq̓am",
    "Dene of the Northwest Territories": "Ɂ ɂ Ł ł Ǝ ǝ ǝ́ ë ë́ ą ę ı̨ į ǫ ų ą̀ ę̀ ı̨̀ į̀ ǫ̀ ą́ ę́ į́ ǫ́ ų́ ʼ Tłı̨chǫ Dene Zhatıé",
    "Gwichʼin, Hän": "ą ę į ǫ ų à è ą̀ ę̀ į̀ ǫ̀ ų̀ ä ä̀ ł ʼ",
    "Tutchone, Kaska, Tagish": "ą ä ä̀ ä́ ä̂ ā ą̄ ī į̄ ų̄ ų̀ ų́ ü ǜ ł ǟ Dän kʼè",
    "Tŝilhqot’in": "ŝ ẑ ŵ Tŝilhqot’in",
    "Inuvialuktun": "ñ r̂ ġ",
    "Saltillo": "Ꞌ ꞌ kꞌ tꞌ",
    "Dakelh": "ᑐᑊᘁᗕᑋᗸ ᗫᗝᑊ ᘇ ᙓ ᐅ ᐈ ᔆ ᙆ",
    "Dene in syllabics": "ᑌᓀ ᓱᒼᕄᓀ ᗂ ᘓ ᢰ ᣇ ᣵ",
    "Cree, Oji-Cree": "ᓀᐦᐃᔭᐍᐏᐣ ᐧ ᐟ ᕀ ᐤ ᒣ ᙮ ᙭ ᐀",
    "Inuktitut": "ᐃᓄᒃᑎᑐᑦ ᐄ ᖅ ᖏ ᙱ ᖦ ᓪ ᕿ",
}


def capital(words: str) -> str:
    """Words as a title or a shout has them; Unicode has had the capital of ƛ only since 2024."""
    return words.upper().replace("ƛ", "\ua7dc")


WRITTEN = {nation: " ".join(dict.fromkeys(f"{words} {capital(words)}".split())) for nation, words in SMALL.items()}
"""All of them, and all that they have of capitals."""
CLUSTERS = tuple(dict.fromkeys(" ".join(WRITTEN.values()).split()))
