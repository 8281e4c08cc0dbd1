//! Every kind of block and of inline, hostile text among them.

use super::{MEASURE, POLICY, block, item, paragraph, term, text};
use crate::plan::{Block, BlockKind, Data, Inline, ItemKind, RepostIx, Resolved, StatisticIx, VolumeIx};

pub(super) fn all() -> Vec<Block<Resolved>> {
    let link = |url: &str| Inline::ExternalLink { url: url.to_owned(), content: vec![text("外部")] };
    vec![
        paragraph(vec![
            text("<x>"),
            Inline::Code("<x>".to_owned()),
            Inline::Strong(vec![text("重要")]),
            Inline::Emphasis(vec![text("強調")]),
            Inline::Strike(vec![text("旧")]),
            Inline::Value("125件".to_owned()),
            Inline::Break,
            Inline::Ruby { base: "匠".to_owned(), reading: "たくみ".to_owned() },
            Inline::Footnote("注".to_owned()),
            link("https://a.example/?a&b"),
            link("javascript:alert(1)"),
            Inline::Link { to: MEASURE, content: vec![term()] },
            Inline::Repost(RepostIx(1)),
        ]),
        block(BlockKind::List {
            start: Some(3),
            items: vec![item(ItemKind::Clause, "directions-1", None, vec![text("三つ目")])],
        }),
        block(BlockKind::Table { head: vec![vec![text("頭")]], rows: vec![vec![vec![text("体")]]] }),
        block(BlockKind::Figure { caption: vec![text("新都市")], note: Some("資料 県".to_owned()) }),
        block(BlockKind::Quote(vec![paragraph(vec![text("引用")])])),
        block(BlockKind::Code("<x>".to_owned())),
        block(BlockKind::Rule),
        block(BlockKind::Data(Data::Table(StatisticIx(0)))),
        block(BlockKind::Data(Data::Initiatives(POLICY))),
        block(BlockKind::Data(Data::Targets(VolumeIx(0)))),
        block(BlockKind::Data(Data::Institutions(VolumeIx(0)))),
    ]
}
