//! Which node a 再掲 repeats. The volume is found by its title, the page through the `pages` of the
//! initiatives, the node among what stands on that page by the likeness of the text; an explicit id
//! settles the rest. Where text and original have drifted apart, a warning shows both.

use unicode_normalization::UnicodeNormalization;

use super::convert::{Pending, PendingKind};
use super::nodes::Nodes;
use super::unknown;
use crate::diag::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::plan::{Node, NodeIx, NodeKind, Repost, RepostMark, RepostTo, Resolved, Volume, VolumeIx};
use crate::source::Spanned;

/// A candidate less like the re-post than this is another text.
const ALIKE: f64 = 0.6;
/// Two candidates closer together than this cannot be told apart.
const APART: f64 = 0.03;

/// What is looked at while re-posts are resolved.
pub(super) struct Resolver<'a> {
    pub(super) volumes: &'a [Volume<Resolved>],
    pub(super) nodes: &'a Nodes,
    pub(super) lang: &'a Lang,
    /// The nodes that carry a re-post themselves: no originals.
    pub(super) copies: Vec<NodeIx>,
    pub(super) findings: Vec<Diagnostic>,
}

impl Resolver<'_> {
    /// The re-posts in their order. One that cannot be resolved is an error-level finding and leads to
    /// its own place; no later stage sees it.
    pub(super) fn all(&mut self, pending: Vec<Pending>) -> Vec<Repost> {
        pending.into_iter().map(|pending| self.one(pending)).collect()
    }

    fn one(&mut self, pending: Pending) -> Repost {
        let Pending { from, label, kind } = pending;
        match kind {
            PendingKind::Target { to, span } => {
                Repost { from, label, to: RepostTo::Node(to), volume: None, page: None, span }
            }
            PendingKind::Mark(mark) => {
                let volume = mark.volume.as_deref().and_then(|name| self.volume(name));
                let to = self.original(from, &mark, volume).unwrap_or_else(|finding| {
                    self.findings.push(*finding);
                    RepostTo::Node(from)
                });
                Repost { from, label, to, volume, page: mark.page, span: mark.span }
            }
        }
    }

    fn original(
        &mut self,
        from: NodeIx,
        mark: &RepostMark,
        volume: Option<VolumeIx>,
    ) -> Result<RepostTo, Box<Diagnostic>> {
        if let Some(id) = &mark.explicit {
            let node = self.explicit(id)?;
            self.compare(from, node, mark);
            return Ok(RepostTo::Node(node));
        }
        let Some(name) = &mark.volume else { return Err(Box::new(without_page(mark))) };
        let Some(volume) = volume else { return Err(Box::new(self.unknown_volume(name, mark))) };
        if !self.volumes[volume.0].carried {
            return Ok(RepostTo::NotCarried(volume));
        }
        let candidates = self.candidates(from, volume, mark.page.unwrap_or_default());
        if candidates.is_empty() {
            return Err(Box::new(unknown_page(mark)));
        }
        let node = self.likest(from, &candidates, mark)?;
        self.compare(from, node, mark);
        Ok(RepostTo::Node(node))
    }

    fn explicit(&self, id: &Spanned<String>) -> Result<NodeIx, Box<Diagnostic>> {
        let found = self.nodes.find(&id.value);
        found.ok_or_else(|| Box::new(unknown::name(id, ("再掲元", "node"), self.nodes.ids())))
    }

    fn volume(&self, name: &str) -> Option<VolumeIx> {
        self.volumes.iter().position(|volume| volume.title.iter().any(|(_, title)| title == name)).map(VolumeIx)
    }

    /// The nodes on a printed page that could be the original: of the same kind as the copy.
    fn candidates(&self, from: NodeIx, volume: VolumeIx, page: u32) -> Vec<NodeIx> {
        let kind = self.node(from).kind;
        let mut open: Vec<NodeIx> = vec![self.volumes[volume.0].node];
        let mut found = Vec::new();
        while let Some(index) = open.pop() {
            let node = self.node(index);
            if node.page == Some(page) {
                self.below(index, kind, &mut found);
            } else {
                open.extend(&node.children);
            }
        }
        found.sort_unstable();
        found
    }

    /// The node itself and all below it that are of this kind and no copies.
    fn below(&self, index: NodeIx, kind: NodeKind, found: &mut Vec<NodeIx>) {
        let mut open = vec![index];
        while let Some(index) = open.pop() {
            let node = self.node(index);
            if node.kind == kind && !self.copies.contains(&index) {
                found.push(index);
            }
            open.extend(&node.children);
        }
    }

    fn likest(&self, from: NodeIx, candidates: &[NodeIx], mark: &RepostMark) -> Result<NodeIx, Box<Diagnostic>> {
        let text = self.title(from);
        let mut ranked: Vec<(f64, NodeIx)> = candidates
            .iter()
            .map(|&candidate| (strsim::normalized_levenshtein(text, self.title(candidate)), candidate))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        match ranked.as_slice() {
            [(best, node), rest @ ..] if *best >= ALIKE => {
                let exact = self.title(*node) == text;
                match rest.first() {
                    Some((second, other)) if best - second < APART && !(exact && *second < 1.0) => {
                        Err(Box::new(self.ambiguous(*node, *other, mark)))
                    }
                    _ => Ok(*node),
                }
            }
            [(_, nearest), ..] => Err(Box::new(self.nothing_alike(*nearest, mark))),
            [] => Err(Box::new(unknown_page(mark))),
        }
    }

    /// K093: the copy no longer says what the original says. For a measure its actions count too.
    fn compare(&mut self, from: NodeIx, to: NodeIx, mark: &RepostMark) {
        let (copy, original) = (self.whole_text(from), self.whole_text(to));
        if copy != original {
            let (shown_copy, shown_original) = difference(&copy, &original);
            self.findings.push(
                Diagnostic::warning(
                    Code("K093"),
                    mark.span,
                    Message::new(
                        format!("再掲の文が元の文と違います（再掲「{shown_copy}」、元「{shown_original}」）"),
                        format!("the re-posted text differs from its original (re-post “{shown_copy}”, original “{shown_original}”)"),
                    ),
                )
                .related(self.node(to).span, Message::new("元の文はここです", "the original is here")),
            );
        }
    }

    fn whole_text(&self, index: NodeIx) -> String {
        let node = self.node(index);
        // Width and blanks are the typesetter's: （ and ( are no difference.
        let mut text: String = self.title(index).nfkc().filter(|c| !c.is_whitespace()).collect();
        for &child in &node.children {
            text.push('\n');
            text.push_str(&self.whole_text(child));
        }
        text
    }

    fn node(&self, index: NodeIx) -> &Node {
        &self.nodes.all[index.0]
    }

    fn title(&self, index: NodeIx) -> &str {
        self.node(index).title.get(self.lang).map_or("", String::as_str)
    }

    fn unknown_volume(&self, name: &str, mark: &RepostMark) -> Diagnostic {
        let titles: Vec<&str> =
            self.volumes.iter().filter_map(|volume| volume.title.get(self.lang)).map(String::as_str).collect();
        Diagnostic::error(
            Code("K090"),
            mark.span,
            Message::new(format!("再掲の「{name}」という編はありません"), format!("there is no volume “{name}”")),
        )
        .help(Message::new(
            format!("編は {} です。収録しない編は plan.yaml の volumes に加えてください", titles.join("、")),
            format!("known are “{}”; add a volume that is not carried to volumes of plan.yaml", titles.join("”, “")),
        ))
    }

    fn nothing_alike(&self, nearest: NodeIx, mark: &RepostMark) -> Diagnostic {
        let id = &self.node(nearest).id;
        Diagnostic::error(
            Code("K092"),
            mark.span,
            Message::new("この頁に、文の似た再掲元がありません", "nothing on that page is like this text"),
        )
        .related(self.node(nearest).span, Message::new("最も似ているのはここです", "the nearest is here"))
        .help(explicit_help(mark, id))
    }

    fn ambiguous(&self, first: NodeIx, second: NodeIx, mark: &RepostMark) -> Diagnostic {
        let id = &self.node(first).id;
        Diagnostic::error(
            Code("K092"),
            mark.span,
            Message::new("再掲元がどちらか決められません", "two places could be the original"),
        )
        .related(self.node(first).span, Message::new("候補", "this one"))
        .related(self.node(second).span, Message::new("候補", "or this one"))
        .help(explicit_help(mark, id))
    }
}

fn explicit_help(mark: &RepostMark, id: &str) -> Message {
    let label = &mark.label;
    Message::new(
        format!("再掲元を [{label}](repost:{id}) のように名前で示してください"),
        format!("name the original: `[{label}](repost:{id})`"),
    )
}

/// K091: no initiative claims to be printed on this page.
fn unknown_page(mark: &RepostMark) -> Diagnostic {
    let page = mark.page.unwrap_or_default();
    Diagnostic::error(
        Code("K091"),
        mark.span,
        Message::new(
            format!("再掲元の頁 P{page} がどこか分かりません"),
            format!("nothing is known to stand on page P{page}"),
        ),
    )
    .help(Message::new(
        format!("元の取組の initiative.yaml の pages に page: {page} を加えてください"),
        format!("add page: {page} to pages in the initiative.yaml of the original"),
    ))
}

/// K091: 【再掲】 in the text, without page and without a name.
fn without_page(mark: &RepostMark) -> Diagnostic {
    Diagnostic::error(
        Code("K091"),
        mark.span,
        Message::new("再掲元の編と頁が書かれていません", "this re-post names no volume and page"),
    )
    .help(Message::new(
        "〔再掲：産業編 P49〕と書くか、[【再掲】](repost:取組の名前/m2) のように名前で示してください",
        "write `〔再掲：産業編 P49〕`, or name the original: `[【再掲】](repost:INITIATIVE/m2)`",
    ))
}

/// The parts of two texts that differ, with a little of what is around.
fn difference(a: &str, b: &str) -> (String, String) {
    const AROUND: usize = 8;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let limit = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(limit).take_while(|(x, y)| x == y).count();
    let cut = |text: &[char]| {
        let from = start.saturating_sub(AROUND);
        let to = (text.len() - end + AROUND).min(text.len());
        let piece: String = text[from..to].iter().map(|&c| if c == '\n' { '／' } else { c }).collect();
        format!("{}{piece}{}", if from > 0 { "…" } else { "" }, if to < text.len() { "…" } else { "" })
    };
    (cut(&a), cut(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_difference_is_shown() {
        assert_eq!(
            difference("同じ文です。違う。", "同じ文です。異なる。"),
            ("同じ文です。違う。".into(), "同じ文です。異なる。".into())
        );
        let (a, b) = difference("あいうえおかきくけこX", "あいうえおかきくけこ");
        assert_eq!((a.as_str(), b.as_str()), ("…うえおかきくけこX", "…うえおかきくけこ"));
        assert_eq!(difference("aa", "a"), ("aa".into(), "a".into()));
    }
}
