//! The prose of a translation in the form of the plan's own: the same sections, items and blocks in the same
//! order, with the same addresses. What has no translation stands there in the plan's own words, marked as
//! missing; what translates nothing is a finding and is left out, since the plan's own language prevails.

use std::mem::discriminant;

use super::align::{KNOWN, Pair, SAME_KIND, align};
use super::record::Record;
use crate::diag::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::plan::{Block, BlockKind, Item, Passage, Prose, Section, SectionKind, Standing, Unresolved, fingerprint};
use crate::source::{Sources, Span, Spanned};

/// Brings a translation into the form of the plan's own prose: the prose, its passages, what is wrong. Without
/// a translation all passages are missing.
pub(in crate::parse) fn pair(
    own: &Prose<Unresolved>,
    translation: Option<Prose<Unresolved>>,
    lang: &Lang,
    record: &Record,
    sources: &Sources,
) -> (Prose<Unresolved>, Vec<Passage>, Vec<Diagnostic>) {
    let mut pairing = Pairing { lang, record, sources, passages: Vec::new(), findings: Vec::new() };
    let nothing = || Prose { lead: Vec::new(), sections: Vec::new(), footnotes: Vec::new() };
    let translation = translation.unwrap_or_else(nothing);
    let lead = pairing.blocks(&own.lead, translation.lead);
    let sections = pairing.sections(&own.sections, translation.sections);
    let mut notes = translation.footnotes;
    let footnotes = own.footnotes.iter().map(|(label, blocks)| {
        let found = notes.iter().position(|(other, _)| other == label);
        let translated = found.map(|at| notes.swap_remove(at).1).unwrap_or_default();
        (label.clone(), pairing.blocks(blocks, translated))
    });
    let footnotes = footnotes.collect();
    (Prose { lead, sections, footnotes }, pairing.passages, pairing.findings)
}

struct Pairing<'a> {
    lang: &'a Lang,
    record: &'a Record,
    sources: &'a Sources,
    passages: Vec<Passage>,
    findings: Vec<Diagnostic>,
}

impl Pairing<'_> {
    fn sections(
        &mut self,
        own: &[Section<Unresolved>],
        translation: Vec<Section<Unresolved>>,
    ) -> Vec<Section<Unresolved>> {
        let prints = |sections: &[Section<Unresolved>]| {
            sections.iter().map(|section| fingerprint(&self.heading(section).value)).collect::<Vec<_>>()
        };
        let (own_prints, prints) = (prints(own), prints(&translation));
        // Sections are known by their id, measures by their headings: their ids only count.
        let pairs = align(own.len(), translation.len(), |i, j| match own[i].kind {
            SectionKind::Section if own[i].fragment == translation[j].fragment => KNOWN,
            SectionKind::Section => 0,
            SectionKind::Measure => self.likeness(&own_prints[i], &prints[j]),
        });
        self.merge(pairs, own, translation, Self::section, |section| section.span)
    }

    fn section(&mut self, own: &Section<Unresolved>, translation: Option<Section<Unresolved>>) -> Section<Unresolved> {
        let heading = translation.as_ref().map(|section| self.heading(section));
        let standing = self.passage(self.heading(own), heading);
        let (content, span, blocks, sections) = match translation {
            Some(section) => (section.heading, section.span, section.blocks, section.sections),
            None => (own.heading.clone(), own.span, Vec::new(), Vec::new()),
        };
        Section {
            kind: own.kind,
            fragment: own.fragment.clone(),
            number: own.number.clone(),
            heading: content,
            span,
            standing,
            node: (),
            blocks: self.blocks(&own.blocks, blocks),
            sections: self.sections(&own.sections, sections),
        }
    }

    fn blocks(&mut self, own: &[Block<Unresolved>], translation: Vec<Block<Unresolved>>) -> Vec<Block<Unresolved>> {
        let prints =
            |blocks: &[Block<Unresolved>]| blocks.iter().map(|block| self.fingerprints(block)).collect::<Vec<_>>();
        let (own_prints, prints) = (prints(own), prints(&translation));
        let pairs =
            align(own.len(), translation.len(), |i, j| match (&own[i].kind, &translation[j].kind) {
                (BlockKind::Data(own), BlockKind::Data(translation)) => {
                    if own.value.trim() == translation.value.trim() { KNOWN } else { 0 }
                }
                (one, other) if discriminant(one) != discriminant(other) => 0,
                _ => {
                    let known = |own: &&String| prints[j].iter().any(|print| self.record.pairs(self.lang, own, print));
                    SAME_KIND + own_prints[i].iter().filter(known).count() as u32 * KNOWN
                }
            });
        self.merge(pairs, own, translation, Self::block, |block| block.span)
    }

    /// What a block is known by: its text, or the beginnings of its items.
    fn fingerprints(&self, block: &Block<Unresolved>) -> Vec<String> {
        match &block.kind {
            BlockKind::List { items, .. } => items.iter().map(|item| self.beginning(item)).collect(),
            BlockKind::Data(_) | BlockKind::Rule => Vec::new(),
            _ => vec![fingerprint(self.sources.text(block.span))],
        }
    }

    /// What an item is known by.
    fn beginning(&self, item: &Item<Unresolved>) -> String {
        fingerprint(item.blocks.first().map_or("", |block| self.sources.text(block.span)))
    }

    fn block(&mut self, own: &Block<Unresolved>, translation: Option<Block<Unresolved>>) -> Block<Unresolved> {
        let translated = translation.as_ref().map(|block| self.text(block.span));
        let (kind, standing) = match (&own.kind, translation.map(|block| block.kind)) {
            (BlockKind::List { start, items: own }, translation) => {
                let items = match translation {
                    Some(BlockKind::List { items, .. }) => items,
                    _ => Vec::new(),
                };
                (BlockKind::List { start: *start, items: self.items(own, items) }, Standing::Current)
            }
            (BlockKind::Quote(own), translation) => {
                let blocks = match translation {
                    Some(BlockKind::Quote(blocks)) => blocks,
                    _ => Vec::new(),
                };
                (BlockKind::Quote(self.blocks(own, blocks)), Standing::Current)
            }
            // What comes from the facts has the language of the page.
            (BlockKind::Data(_) | BlockKind::Rule, _) => (own.kind.clone(), Standing::Current),
            (_, translation) => {
                let standing = self.passage(self.text(own.span), translated.clone());
                (translation.unwrap_or_else(|| own.kind.clone()), standing)
            }
        };
        let span = translated.map_or(own.span, |text| text.span);
        Block { kind, span, standing }
    }

    fn items(&mut self, own: &[Item<Unresolved>], translation: Vec<Item<Unresolved>>) -> Vec<Item<Unresolved>> {
        let prints = |items: &[Item<Unresolved>]| items.iter().map(|item| self.beginning(item)).collect::<Vec<_>>();
        let (own_prints, prints) = (prints(own), prints(&translation));
        let pairs = align(own.len(), translation.len(), |i, j| self.likeness(&own_prints[i], &prints[j]));
        self.merge(pairs, own, translation, Self::item, |item| item.span)
    }

    fn item(&mut self, own: &Item<Unresolved>, translation: Option<Item<Unresolved>>) -> Item<Unresolved> {
        let (span, blocks) = translation.map_or((own.span, Vec::new()), |item| (item.span, item.blocks));
        let blocks = self.blocks(&own.blocks, blocks);
        Item { kind: own.kind, fragment: own.fragment.clone(), span, node: None, blocks }
    }

    /// One for each of the plan's own, in their order; a translation without a counterpart is a finding.
    fn merge<T>(
        &mut self,
        pairs: Vec<Pair>,
        own: &[T],
        translation: Vec<T>,
        merge: impl Fn(&mut Self, &T, Option<T>) -> T,
        span: impl Fn(&T) -> Span,
    ) -> Vec<T> {
        let mut translation: Vec<Option<T>> = translation.into_iter().map(Some).collect();
        let mut merged = Vec::new();
        for (i, j) in pairs {
            let other = j.and_then(|j| translation[j].take());
            match (i, other) {
                (Some(i), other) => merged.push(merge(self, &own[i], other)),
                (None, Some(other)) => self.findings.push(without_counterpart(span(&other))),
                (None, None) => {}
            }
        }
        merged
    }

    /// The likeness of two texts, by their fingerprints.
    fn likeness(&self, own: &str, translation: &str) -> u32 {
        if self.record.pairs(self.lang, own, translation) { KNOWN } else { SAME_KIND }
    }

    /// The text of a heading without its number, which is not translated.
    fn heading(&self, section: &Section<Unresolved>) -> Spanned<String> {
        let text = self.text(section.span);
        let number = section.number.as_deref().unwrap_or_default();
        // A measure that is numbered wrongly has been found already; its number is a sign all the same.
        let value = text.value.strip_prefix(number).unwrap_or(&text.value).trim_start().to_owned();
        Spanned::new(value, text.span)
    }

    fn text(&self, span: Span) -> Spanned<String> {
        Spanned::new(self.sources.text(span).to_owned(), span)
    }

    /// Notes a passage and gives the standing of its translation.
    fn passage(&mut self, own: Spanned<String>, text: Option<Spanned<String>>) -> Standing {
        let passage = super::passage(own, self.lang, text, self.record);
        let standing = passage.standing;
        self.passages.push(passage);
        standing
    }
}

/// K121: a passage of a translation that translates nothing.
fn without_counterpart(span: Span) -> Diagnostic {
    Diagnostic::warning(
        Code("K121"),
        span,
        Message::new(
            "計画の原文に、この訳に当たる段落（見出し、項目）がないので、使われません",
            "nothing in the plan's own text corresponds to this passage; it is not used",
        ),
    )
    .help(Message::new(
        "原文から消えたものなら消してください。並び方は原文のファイルと同じにします",
        "remove it if the original is gone; headings, items and paragraphs stand in the order of the original",
    ))
}
