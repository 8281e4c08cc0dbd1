//! Stage 3: names to indices, [`Plan<Unresolved>`] to [`Plan<Resolved>`].
//!
//! 1. [`nodes`]: everything that has an id and an address,
//! 2. [`convert`]: the plan's trees with indices in the place of names; [`expressions`] are evaluated here,
//! 3. [`texts`]: titles and texts of the nodes, now that values are known,
//! 4. [`reposts`]: the originals, found by page and by likeness of these texts.
//!
//! After this stage no code looks a name up again. Pure: gives the plan and all complaints. With an
//! error among them the plan is not to be rendered: what could not be resolved is left out.

mod convert;
mod expressions;
mod nodes;
mod reposts;
mod texts;
mod unknown;
mod wording;

use crate::diag::Diagnostic;
use crate::plan::{Links, Plan, RepostIx, RepostTo, Resolved, Unresolved, VolumeIx};
use convert::{Converter, Place};
use expressions::Evaluator;
use nodes::Nodes;

/// Resolves all names of a plan.
pub fn resolve(plan: Plan<Unresolved>) -> (Plan<Resolved>, Vec<Diagnostic>) {
    let mut nodes = Nodes::of(&plan);
    let mut findings = std::mem::take(&mut nodes.findings);

    let main = plan.meta.main_language().clone();
    let mut converter = Converter {
        nodes: &nodes,
        evaluator: Evaluator::new(&plan, &nodes),
        targets: &plan.targets,
        pending: Vec::new(),
        term_uses: vec![Vec::new(); plan.terms.len()],
        findings: Vec::new(),
        place: Place {
            volume: VolumeIx(0),
            page: String::new(),
            node: crate::plan::NodeIx(0),
            lang: main.clone(),
            counts: true,
        },
    };
    let volumes = plan.volumes.iter().cloned().enumerate();
    let volumes: Vec<_> = volumes.map(|(index, volume)| converter.volume(volume, VolumeIx(index))).collect();
    let targets = plan.targets.iter().cloned().map(|target| converter.target(target)).collect();
    findings.append(&mut converter.findings);
    let (pending, term_uses) = (converter.pending, converter.term_uses);

    let term_nodes = plan.terms.iter().filter_map(|term| nodes.find(&format!("term/{}", term.id.value))).collect();
    let links = Links { term_uses, term_nodes, ..Links::default() };
    let mut resolved = Plan {
        meta: plan.meta,
        volumes,
        targets,
        statistics: plan.statistics,
        terms: plan.terms,
        names: plan.names,
        synonyms: plan.synonyms,
        passages: plan.passages,
        recorded: plan.recorded,
        links,
    };
    texts::fill(&resolved, &mut nodes.all);

    let copies = pending.iter().map(|pending| pending.from).collect();
    let mut resolver =
        reposts::Resolver { volumes: &resolved.volumes, nodes: &nodes, lang: &main, copies, findings: Vec::new() };
    let reposts = resolver.all(pending);
    findings.append(&mut resolver.findings);

    resolved.links.reposted_at = vec![Vec::new(); nodes.all.len()];
    for (index, repost) in reposts.iter().enumerate() {
        if let RepostTo::Node(node) = repost.to {
            resolved.links.reposted_at[node.0].push(RepostIx(index));
        }
    }
    resolved.links.reposts = reposts;
    resolved.links.nodes = nodes.all;
    (resolved, findings)
}
