fn main() {
    let (inputs, mut f) = keikaku::load::load(std::path::Path::new(".")).unwrap();
    let (plan, found) = keikaku::parse::parse(&inputs.sources);
    f.extend(found);
    if let Some(plan) = plan {
        let (plan, found) = keikaku::resolve::resolve(plan);
        f.extend(found);
        println!(
            "{} nodes {} reposts {} marks",
            plan.links.nodes.len(),
            plan.links.reposts.len(),
            plan.links.term_uses.iter().map(|u| u.len()).sum::<usize>()
        );
        for r in &plan.links.reposts {
            println!(
                "{} {} {:?}",
                plan.links.node(r.from).id,
                r.label,
                match r.to {
                    keikaku::plan::RepostTo::Node(n) => plan.links.node(n).id.clone(),
                    _ => "-".into(),
                }
            );
        }
    }
    for d in &f {
        let at = match &d.place {
            keikaku::diag::Place::Span(s) => {
                let lc = inputs.sources.line_column(*s);
                format!("{}:{}:{}", inputs.sources.get(s.file).path, lc.line, lc.column)
            }
            keikaku::diag::Place::Path(p) => p.clone(),
        };
        println!("{at}: {:?} {} {}", d.severity, d.code.0, d.message.ja);
    }
}
