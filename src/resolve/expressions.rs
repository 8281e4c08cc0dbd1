//! Content expressions: `{{ target("…").goal }}` and the like, evaluated by minijinja with strict
//! undefined values, limited fuel and no access to files.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::{Object, Value};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};

use super::nodes::Nodes;
use super::unknown;
use crate::diag::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::plan::{self, Data, Figure, NodeKind, Plan, StatisticIx, Target, Unresolved, VolumeIx};
use crate::source::{Span, Spanned};

/// Instructions that one expression may use.
const FUEL: u64 = 10_000;
/// Longest value in bytes: a sentence, not a flood.
const MAX_VALUE: usize = 10_000;

/// What an expression gives.
pub(super) enum Outcome {
    /// A value in a sentence.
    Text(String),
    /// A table or list.
    Data(Data),
}

/// The environment of all expressions: names of statistics and targets.
pub(super) struct Evaluator<'a> {
    plan: &'a Plan<Unresolved>,
    statistics: BTreeMap<&'a str, StatisticIx>,
}

/// A block, as a value of minijinja.
#[derive(Debug)]
struct Block(Data);

impl Object for Block {}

/// A name that a function was given and that does not exist.
#[derive(Debug)]
struct Unknown {
    name: String,
    what: (&'static str, &'static str),
    near: Option<String>,
}

impl std::fmt::Display for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "there is no {} “{}”", self.what.1, self.name)
    }
}

impl std::error::Error for Unknown {}

fn unknown_name<'n>(name: String, what: (&'static str, &'static str), known: impl Iterator<Item = &'n str>) -> Error {
    let near = unknown::nearest(&name, known).map(str::to_owned);
    Error::new(ErrorKind::InvalidOperation, "").with_source(Unknown { name, what, near })
}

impl<'a> Evaluator<'a> {
    pub(super) fn new(plan: &'a Plan<Unresolved>) -> Self {
        let statistics =
            plan.statistics.iter().enumerate().map(|(index, s)| (s.id.value.as_str(), StatisticIx(index))).collect();
        Self { plan, statistics }
    }

    pub(super) fn main_language(&self) -> &Lang {
        self.plan.meta.main_language()
    }

    /// Evaluates `{{ … }}` as it stands in a text of `volume` in `lang`.
    pub(super) fn evaluate(
        &self,
        expression: &Spanned<String>,
        lang: &Lang,
        volume: VolumeIx,
        nodes: &Nodes,
    ) -> Result<Outcome, Box<Diagnostic>> {
        let inner = expression.value.trim_start_matches("{{").trim_end_matches("}}");
        let fault = |error: Error| Box::new(finding(&error, expression));
        let environment = self.environment();
        let value = environment
            .compile_expression(inner)
            .and_then(|compiled| compiled.eval(self.functions(lang, volume, nodes)))
            .map_err(fault)?;
        if let Some(block) = value.downcast_object_ref::<Block>() {
            return Ok(Outcome::Data(block.0));
        }
        if value.is_undefined() {
            return Err(fault(Error::from(ErrorKind::UndefinedError)));
        }
        let text = value.to_string();
        if text.len() > MAX_VALUE {
            return Err(Box::new(too_long(expression.span)));
        }
        Ok(Outcome::Text(text))
    }

    fn environment(&self) -> Environment<'static> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment
    }

    /// The functions that staff may call. They own what they need: minijinja asks for `'static`.
    fn functions(&self, lang: &Lang, volume: VolumeIx, nodes: &Nodes) -> Value {
        let targets: Arc<BTreeMap<String, Value>> = Arc::new(
            self.plan.targets.iter().map(|target| (target.id.value.clone(), target_value(target, lang))).collect(),
        );
        let statistics: BTreeMap<String, StatisticIx> =
            self.statistics.iter().map(|(name, index)| ((*name).to_owned(), *index)).collect();
        let policies: BTreeMap<String, plan::NodeIx> = nodes
            .all
            .iter()
            .enumerate()
            .filter(|(_, node)| node.kind == NodeKind::Policy)
            .map(|(index, node)| (node.id.clone(), plan::NodeIx(index)))
            .collect();
        Value::from_iter([
            (
                "target",
                Value::from_function(move |id: String| {
                    let found = targets.get(&id).cloned();
                    found.ok_or_else(|| unknown_name(id, ("目標", "target"), targets.keys().map(String::as_str)))
                }),
            ),
            (
                "table",
                Value::from_function(move |id: String| match statistics.get(&id) {
                    Some(&index) => Ok(Value::from_object(Block(Data::Table(index)))),
                    None => Err(unknown_name(id, ("統計", "statistic"), statistics.keys().map(String::as_str))),
                }),
            ),
            (
                "initiatives",
                Value::from_function(move |id: String| match policies.get(&id) {
                    Some(&node) => Ok(Value::from_object(Block(Data::Initiatives(node)))),
                    None => Err(unknown_name(id, ("施策", "policy"), policies.keys().map(String::as_str))),
                }),
            ),
            ("targets", Value::from_function(move || Value::from_object(Block(Data::Targets(volume))))),
            ("institutions", Value::from_function(move || Value::from_object(Block(Data::Institutions(volume))))),
        ])
    }
}

fn target_value(target: &Target<Unresolved>, lang: &Lang) -> Value {
    let unit = target.unit.get(lang).map_or("", String::as_str);
    let figure = |figure: &Figure| Value::from(figure.with_unit(unit));
    Value::from_iter([
        ("title", Value::from(target.title.get(lang).map(|title| plan::plain(title)).unwrap_or_default())),
        ("unit", Value::from(unit)),
        ("baseline", figure(&target.baseline)),
        ("goal", figure(&target.goal)),
    ])
}

/// K075: an expression that cannot be evaluated, at its own place within the text where known.
fn finding(error: &Error, expression: &Spanned<String>) -> Diagnostic {
    let span = match error.range() {
        Some(range) if range.end <= expression.value.len() => {
            let start = expression.span.start as usize + 2;
            Span::new(expression.span.file, start + range.start..start + range.end)
        }
        _ => expression.span,
    };
    let source = std::error::Error::source(error).and_then(|source| source.downcast_ref::<Unknown>());
    if let Some(unknown) = source {
        let finding = Diagnostic::error(
            Code("K073"),
            span,
            Message::new(format!("{}「{}」はありません", unknown.what.0, unknown.name), unknown.to_string()),
        );
        return match &unknown.near {
            Some(near) => finding.help(Message::new(format!("「{near}」のことですか"), format!("did you mean “{near}”?"))),
            None => finding,
        };
    }
    let detail = error.detail().unwrap_or_default();
    let kind = error.kind().to_string();
    Diagnostic::error(
        Code("K075"),
        span,
        Message::new(format!("式を計算できません（{kind}: {detail}）"), format!("this expression cannot be evaluated ({kind}: {detail})")),
    )
    .help(Message::new(
        "使えるのは target(\"…\").goal、table(\"…\")、initiatives(\"…\")、targets()、institutions() です",
        "known are target(\"…\").goal, table(\"…\"), initiatives(\"…\"), targets(), institutions()",
    ))
}

fn too_long(span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K076"),
        span,
        Message::new("式の値が長すぎます", "the value of this expression is too long"),
    )
}
