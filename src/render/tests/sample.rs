//! A miniature plan, made by hand: one page of each kind, and on the chapter's page every kind of block.

mod blocks;

use std::collections::BTreeMap;

use crate::lang::{Lang, Localized};
use crate::plan::{
    Block, BlockKind, Chapter, DefinitionSource, Figure, Initiative, Inline, Institution, Institutions, Item, ItemKind,
    Links, Meta, Node, NodeIx, NodeKind, Plan, Policy, PrintedPage, Prose, Repost, RepostIx, RepostTo, Resolved,
    Schedule, ScheduleDetail, ScheduleRow, Section, SectionKind, ShownTarget, Standing, Statistic, Target, TargetIx,
    Term, TermIx, TermUse, Unit, Volume, VolumeIx, Years,
};
use crate::site::{Address, pages};
use crate::source::{FileId, Span, Spanned};

const VOLUME: NodeIx = NodeIx(0);
const CHAPTER: NodeIx = NodeIx(1);
const POLICY: NodeIx = NodeIx(2);
const INITIATIVE: NodeIx = NodeIx(3);
const MEASURE: NodeIx = NodeIx(4);
const ACTION: NodeIx = NodeIx(5);
const LABOUR: NodeIx = NodeIx(6);
const TARGET: NodeIx = NodeIx(7);
const TERM: NodeIx = NodeIx(8);
const YEARS: Years = Years { from: 2022, to: 2026 };

fn span() -> Span {
    Span::new(FileId(0), 0..0)
}

fn ja<T>(value: T) -> Localized<T> {
    [(Lang::new("ja"), value)].into_iter().collect()
}

fn words(text: &str) -> Localized<String> {
    ja(text.to_owned())
}

fn id(id: &str) -> Spanned<String> {
    Spanned::new(id.to_owned(), span())
}

fn text(text: &str) -> Inline<Resolved> {
    Inline::Text(text.to_owned())
}

fn term() -> Inline<Resolved> {
    Inline::Term { term: TermIx(0), text: "DX".to_owned(), span: span() }
}

fn block(kind: BlockKind<Resolved>) -> Block<Resolved> {
    Block { kind, span: span(), standing: Standing::Current }
}

fn paragraph(line: Vec<Inline<Resolved>>) -> Block<Resolved> {
    block(BlockKind::Paragraph(line))
}

fn node(id: &str, kind: NodeKind, number: Option<&str>, parent: Option<NodeIx>, title: &str, at: Address) -> Node {
    Node {
        id: id.to_owned(),
        kind,
        number: number.map(str::to_owned),
        parent,
        children: Vec::new(),
        page: None,
        title: words(title),
        text: Localized::default(),
        address: at,
        span: span(),
    }
}

fn links() -> Links {
    let page = Address::page;
    let first = page("industry/a/one/first/");
    let mut nodes = vec![
        node("industry", NodeKind::Volume, Some("Ⅱ"), None, "産業編", page("industry/")),
        node("a", NodeKind::Chapter, Some("1"), Some(VOLUME), "推進<x>", page("industry/a/")),
        node("one", NodeKind::Policy, Some("1"), Some(CHAPTER), "基盤", page("industry/a/one/")),
        node("first", NodeKind::Initiative, Some("1"), Some(POLICY), "誘致の推進", first.clone()),
        node("first/m1", NodeKind::Measure, Some("①"), Some(INITIATIVE), "展開", first.at("m1")),
        node("first/m1-a1", NodeKind::Action, None, Some(MEASURE), "本県の「DX」の推進", first.at("m1-a1")),
        node("labour", NodeKind::Volume, None, None, "労働編", page("").at("volume-labour")),
        node("target/siting", NodeKind::Target, Some("1"), Some(VOLUME), "企業DX", pages::target("siting")),
        node("term/dx", NodeKind::Term, None, None, "DX", pages::term("dx")),
    ];
    nodes[INITIATIVE.0].children.push(MEASURE);
    let repost = |from, label: &str, to, volume, page| Repost {
        from,
        label: words(label),
        to,
        volume: Some(VolumeIx(volume)),
        page: Some(page),
        span: span(),
    };
    let mut reposted_at = vec![Vec::new(); nodes.len()];
    reposted_at[MEASURE.0].push(RepostIx(1));
    Links {
        reposted_at,
        nodes,
        reposts: vec![
            repost(ACTION, "[再掲：労働編 P113]", RepostTo::NotCarried(VolumeIx(1)), 1, 113),
            repost(CHAPTER, "〔再掲：産業編 P31〕", RepostTo::Node(MEASURE), 0, 31),
        ],
        term_uses: vec![vec![TermUse { node: ACTION, span: span() }]],
        term_nodes: vec![TERM],
    }
}

fn section(kind: SectionKind, fragment: &str, number: &str, heading: &str, node: NodeIx) -> Section<Resolved> {
    Section {
        kind,
        fragment: fragment.to_owned(),
        number: Some(number.to_owned()),
        heading: vec![text(heading)],
        span: span(),
        standing: Standing::Current,
        node,
        blocks: Vec::new(),
        sections: Vec::new(),
    }
}

fn item(kind: ItemKind, fragment: &str, node: Option<NodeIx>, line: Vec<Inline<Resolved>>) -> Item<Resolved> {
    Item { kind, fragment: Some(fragment.to_owned()), span: span(), node, blocks: vec![paragraph(line)] }
}

fn initiative() -> Initiative<Resolved> {
    let mut measure = section(SectionKind::Measure, "m1", "①", "展開", MEASURE);
    let line = vec![text("本県の「"), term(), text("」の推進 "), Inline::Repost(RepostIx(0))];
    measure.blocks =
        vec![block(BlockKind::List { start: None, items: vec![item(ItemKind::Action, "m1-a1", Some(ACTION), line)] })];
    let years = Years { from: 2022, to: 2023 };
    let detail = ScheduleDetail {
        label: Some(words("主な連携")),
        text: Some(words("本文")),
        items: vec![words("一つ目")],
        years,
    };
    Initiative {
        id: id("first"),
        number: 1,
        title: ja(vec![text("誘致の推進")]),
        pages: vec![PrintedPage { page: Spanned::new(31, span()), measures: vec![Spanned::new(1, span())] }],
        prose: ja(Prose { lead: Vec::new(), sections: vec![measure], footnotes: Vec::new() }),
        schedule: Some(Schedule {
            title: words("誘致の推進"),
            rows: vec![ScheduleRow { text: words("活動"), years, details: vec![detail], span: span() }],
        }),
        node: INITIATIVE,
    }
}

fn chapter() -> Chapter<Resolved> {
    let policy = Policy {
        id: id("one"),
        number: 1,
        title: ja(vec![text("基盤")]),
        prose: Localized::default(),
        targets: vec![ShownTarget { target: TargetIx(0), repost: Some(words("【再掲】")) }],
        initiatives: vec![initiative()],
        node: POLICY,
    };
    let mut directions = section(SectionKind::Section, "directions", "1", "基本方向", CHAPTER);
    directions.blocks = blocks::all();
    let footnotes = vec![("注".to_owned(), vec![paragraph(vec![text("注の文")])])];
    Chapter {
        id: id("a"),
        number: 1,
        title: ja(vec![text("推進<x>")]),
        prose: ja(Prose { lead: Vec::new(), sections: vec![directions], footnotes }),
        policies: vec![policy],
        node: CHAPTER,
    }
}

fn volume(name: &str, title: &str, carried: bool, node: NodeIx) -> Volume<Resolved> {
    Volume { id: id(name), number: None, title: words(title), carried, chapters: Vec::new(), institutions: None, node }
}

/// The plan.
pub(super) fn plan() -> Plan<Resolved> {
    let mut industry = volume("industry", "産業編", true, VOLUME);
    industry.chapters.push(chapter());
    industry.institutions = Some(Institutions {
        supports: vec![("a".to_owned(), words("創業支援")), ("b".to_owned(), words("成長支援"))],
        institutions: vec![Institution {
            id: id("foundation"),
            name: words("財団"),
            provisional: Vec::new(),
            role: words("〔中核〕"),
            description: words("支援を行う。"),
            supports: vec![true, false],
        }],
    });
    let single = Years { from: 2026, to: 2026 };
    Plan {
        meta: Meta {
            title: words("計画"),
            title_note: None,
            publisher: words("県"),
            period: YEARS,
            edition: words("版"),
            base_url: "https://plan.example/".to_owned(),
            licence: words("自由"),
            languages: vec![Lang::new("ja")],
            repost: words("再掲"),
            theme: id("default"),
            span: span(),
        },
        volumes: vec![industry, volume("labour", "労働編", false, LABOUR)],
        targets: vec![Target {
            id: id("siting"),
            volume: VolumeIx(0),
            number: 1,
            title: ja(vec![text("企業"), term()]),
            unit: ja(Unit { pattern: "万円".to_owned(), scale: 1.0 }),
            baseline: Figure { value: Some(38300.0), years: Years { from: 2018, to: 2021 } },
            goal: Figure { value: None, years: single },
            results: Vec::new(),
            node: TARGET,
        }],
        statistics: vec![Statistic {
            id: id("siting"),
            title: words("件数"),
            source: Some(words("資料 県")),
            header_rows: 1,
            header_columns: 1,
            rows: vec![vec!["年".to_owned(), "H30".to_owned()], vec!["誘致".to_owned(), "28".to_owned()]],
            labels: BTreeMap::new(),
        }],
        terms: vec![Term {
            id: id("dx"),
            term: words("DX"),
            reading: "でぃーえっくす".to_owned(),
            variants: Vec::new(),
            definition: words("デジタル技術による変革。"),
            source: DefinitionSource::Editor,
            provisional: Vec::new(),
        }],
        names: Vec::new(),
        synonyms: Vec::new(),
        passages: Vec::new(),
        recorded: Vec::new(),
        links: links(),
    }
}
