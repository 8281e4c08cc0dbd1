//! K105: a statistic that no text shows. Its table would be read by nobody.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Message};
use crate::plan::{Block, BlockKind, Data, Plan, Prose, Resolved, Section};

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    let mut shown = BTreeSet::new();
    for chapter in plan.volumes.iter().flat_map(|volume| &volume.chapters) {
        chapter.prose.iter().for_each(|(_, prose)| of_prose(prose, &mut shown));
        for policy in &chapter.policies {
            policy.prose.iter().for_each(|(_, prose)| of_prose(prose, &mut shown));
            for initiative in &policy.initiatives {
                initiative.prose.iter().for_each(|(_, prose)| of_prose(prose, &mut shown));
            }
        }
    }
    let unused = plan.statistics.iter().enumerate().filter(|(index, _)| !shown.contains(index));
    unused
        .map(|(_, statistic)| {
            let id = &statistic.id.value;
            Diagnostic::warning(
                Code("K105"),
                statistic.id.span,
                Message::new(
                    format!("統計「{id}」は、どこにも示されていません"),
                    format!("the statistic “{id}” is shown nowhere"),
                ),
            )
            .help(Message::new(
                format!("本文に {{{{ table(\"{id}\") }}}} と書いてください"),
                format!("write {{{{ table(\"{id}\") }}}} in the text"),
            ))
        })
        .collect()
}

fn of_prose(prose: &Prose<Resolved>, shown: &mut BTreeSet<usize>) {
    of_blocks(&prose.lead, shown);
    prose.sections.iter().for_each(|section| of_section(section, shown));
}

fn of_section(section: &Section<Resolved>, shown: &mut BTreeSet<usize>) {
    of_blocks(&section.blocks, shown);
    section.sections.iter().for_each(|below| of_section(below, shown));
}

fn of_blocks(blocks: &[Block<Resolved>], shown: &mut BTreeSet<usize>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Data(Data::Table(statistic)) => {
                shown.insert(statistic.0);
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| of_blocks(&item.blocks, shown)),
            BlockKind::Quote(blocks) => of_blocks(blocks, shown),
            _ => {}
        }
    }
}
