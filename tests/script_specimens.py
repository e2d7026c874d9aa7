"""A script goes in; a page that shows what is hard about it, in every kind of block, comes out.

Each specimen has the letters that shaping must get right (conjuncts, vowels that stand before their
consonant, marks on marks, joined letters) in a title, a heading, running text over several lines,
bold, a link, bullets, a table, a chart's labels and words set apart, with Latin words and figures
among them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from careerkit.document.blocks import (
    BulletList,
    Callout,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Range,
    RangeChart,
    Section,
    Table,
)
from careerkit.document.spans import Inline, Span
from careerkit.typography import LocaleStyle

MIXED = "Docker/Kubernetes ₨ 2,500–3,000 (95 %)"


@dataclass(frozen=True)
class Specimen:
    """The words of a script. ``letters`` are its hard ones; ``sentence`` runs over lines."""

    language: str
    families: tuple[str, ...]
    title: str
    letters: str
    sentence: str
    words: tuple[str, str, str, str]
    line_height: float | None = None
    direction: Literal["ltr", "rtl"] = "ltr"

    @property
    def style(self) -> LocaleStyle:
        """How a locale file would have the script set."""
        return LocaleStyle(self.families, line_height=self.line_height)

    def leaving_out(self, letter: str) -> Specimen:
        """Return the specimen without a letter, wherever it is."""
        return replace(
            self,
            title=self.title.replace(letter, ""),
            letters=self.letters.replace(letter, ""),
            sentence=self.sentence.replace(letter, ""),
        )

    def document(self) -> Document:
        """Set the words in every kind of block, on one page."""
        one, two, three, four = self.words
        blocks = (
            Heading(2, self._say(self.letters)),
            Paragraph(
                (
                    *self._say(f"{self.sentence} {MIXED} "),
                    Span(self.letters, self.language, strong=True),
                    *self._say(" "),
                    Span(two, self.language, link="https://example.org/"),
                )
            ),
            BulletList(
                (
                    ListItem(self._say(f"{one} (95 %)")),
                    ListItem((Span(f"{two} {self.letters}", self.language, strong=True),)),
                )
            ),
            Table(
                (self._say(one), self._say(two)),
                ((self._say(self.letters), self._say(f"{three} 2026")),),
            ),
            RangeChart(
                title=self._say(three),
                unit=self._say(f"LKR, {four}"),
                alt=self._say(three),
                rows=(self._row(self.letters, 45, 90),),
            ),
            Callout("tip", self._say(four), (Paragraph(self._say(f"{self.letters} – {three}")),)),
        )
        section = Section("specimen", "chapter", self._say(self.title), blocks)
        return Document(
            title=self.title,
            language=self.language,
            direction=self.direction,
            authors=(),
            description=self.title,
            sections=(section,),
        )

    def _say(self, text: str) -> Inline:
        return (Span(text, self.language),)

    def _row(self, label: str, low: int, high: int) -> Range:
        return Range(
            label=self._say(label),
            low=low,
            high=high,
            open_ended=high > 80,
            low_text=self._say(f"{low} 000"),
            high_text=self._say(f"{high} 000"),
            summary=self._say(f"{low} 000–{high} 000"),
        )


SHIPPED = {
    "latin": Specimen(
        "en",
        ("Noto Sans",),
        "Office of careers",
        "fi fl ffi AVATAR ﬁne e\u0301te\u0301 Nghề",
        "A fluffy affinity for difficult offices; naïve façades, ångström, Tiếng Việt, Łódź.",
        ("Find first offers", "Official flyers", "Efficient waffles", "Fjord"),
    ),
    "sinhala": Specimen(
        "si",
        ("Noto Sans Sinhala", "Noto Sans"),
        "ශ්‍රී ලංකාවේ වෘත්තීන්",
        "ක්‍ෂ ශ්‍රී ප්‍ර ක්‍රෝ ත්‍යා ඥා ළු",
        "ක්‍ෂේත්‍රයේ ප්‍රවීණයෝ විද්‍යාව හා කෘත්‍රිම බුද්ධිය ගැන පාසල් සිසුන්ට කියා දෙති.",
        ("ප්‍රශ්න අසන්න", "ශ්‍රේෂ්ඨ පොත්", "කාර්යක්‍ෂම සේවය", "වෛද්‍ය"),
        line_height=1.65,
    ),
    "tamil": Specimen(
        "ta",
        ("Noto Sans Tamil", "Noto Sans"),
        "தொழில் வழிகாட்டி",
        "கொ கோ கௌ க்ஷ ஸ்ரீ",
        "செயற்கை நுண்ணறிவு கொண்டு கேள்விகளுக்கு மாணவர்கள் பதில் தேடுகிறார்கள்.",
        ("கேள்வி கேள்", "தொழிற்பயிற்சி", "ஸ்ரீலங்கா கௌரவம்", "மொழி"),
        line_height=1.6,
    ),
}
"""Specimens of the scripts whose fonts ship."""

ADDED = {
    "devanagari": Specimen(
        "hi",
        ("Noto Sans Devanagari", "Noto Sans"),
        "श्रेष्ठ कार्यक्षेत्र",
        "क्ष श्री ज्ञ कि र्क त्र ड्ढि क़",
        "विद्यार्थी कृत्रिम बुद्धिमत्ता के क्षेत्र में प्रश्न पूछते हैं और उत्तर ढूँढ़ते हैं।",
        ("प्रश्न पूछिए", "शिक्षा की दिशा", "राष्ट्रीय प्रशिक्षण", "विद्या"),
        line_height=1.6,
    ),
    "thai": Specimen(
        "th",
        ("Noto Sans Thai", "Noto Sans"),
        "การเลือกอาชีพ",
        "น้ำ ปั่น ที่นี่ กุ้ง ญู ฐู เก๋า",
        "นักเรียนเรียนรู้ปัญญาประดิษฐ์เพื่อตั้งคำถามและค้นหาคำตอบที่ถูกต้องด้วยตนเองทุกวัน",
        ("ถามคำถาม", "ผู้ใหญ่บ้าน", "ฝึกอบรมวิชาชีพ", "ความรู้"),
        line_height=1.6,
    ),
    "arabic": Specimen(
        "ar",
        ("Noto Sans Arabic", "Noto Sans"),
        "اختيار المهنة",
        "لا لله مُحَمَّد شيء ٢٠٢٦",
        "يتعلم الطلاب الذكاء الاصطناعي (AI) ليسألوا أسئلة جيدة ويجدوا الإجابات الصحيحة كل يوم.",
        ("اسأل أسئلة", "التعليم العالي", "التدريب المهني", "المعرفة"),
        line_height=1.7,
        direction="rtl",
    ),
    "hebrew": Specimen(
        "he",
        ("Noto Sans Hebrew", "Noto Sans"),
        "בחירת מקצוע",
        "שָׁלוֹם ךםןףץ ג׳ורג׳ צה״ל",
        "תלמידים לומדים בינה מלאכותית (AI) כדי לשאול שאלות טובות ולמצוא תשובות נכונות בכל יום.",
        ("שאלו שאלות", "השכלה גבוהה", "הכשרה מקצועית", "ידע"),
        direction="rtl",
    ),
}
"""Specimens of scripts whose fonts a school would add."""
