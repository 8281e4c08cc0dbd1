//! Content expressions: `{{ target("…").goal }}` and the like, evaluated by minijinja with strict
//! undefined values, limited fuel and no access to files.

use std::collections::BTreeMap;

use minijinja::value::{Object, Value};
use minijinja::{Environment, Error, ErrorKind, State, UndefinedBehavior};

use super::nodes::Nodes;
use super::{unknown, wording};
use crate::diag::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::plan::{self, Data, Figure, NodeKind, Plan, StatisticIx, Target, Unit, Unresolved, VolumeIx};
use crate::source::{Span, Spanned};

/// Instructions that one expression may use.
const FUEL: u64 = 10_000;
/// Longest expression in bytes. The parser of expressions goes down a level of its stack for each `not`
/// or bracket; a longer expression could exhaust it.
const MAX_EXPRESSION: usize = 1_000;
/// Longest value in bytes: a sentence, not a flood.
const MAX_VALUE: usize = 10_000;

/// What an expression gives.
pub(super) enum Outcome {
    /// A value in a sentence.
    Text(String),
    /// A table or list.
    Data(Data),
}

/// Evaluates the expressions of a plan.
pub(super) struct Evaluator<'a> {
    plan: &'a Plan<Unresolved>,
    nodes: &'a Nodes,
    /// Values are worded in a language.
    environments: BTreeMap<Lang, Environment<'static>>,
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

impl<'a> Evaluator<'a> {
    pub(super) fn new(plan: &'a Plan<Unresolved>, nodes: &'a Nodes) -> Self {
        Self { plan, nodes, environments: BTreeMap::new() }
    }

    pub(super) fn main_language(&self) -> &'a Lang {
        self.plan.meta.main_language()
    }

    /// Evaluates `{{ … }}` as it stands in a text of `volume` in `lang`.
    pub(super) fn evaluate(
        &mut self,
        expression: &Spanned<String>,
        lang: &Lang,
        volume: VolumeIx,
    ) -> Result<Outcome, Box<Diagnostic>> {
        if expression.value.len() > MAX_EXPRESSION {
            return Err(Box::new(too_long(expression.span)));
        }
        let (plan, nodes) = (self.plan, self.nodes);
        let environment = self.environments.entry(lang.clone()).or_insert_with(|| environment(plan, nodes, lang));
        let inner = expression.value.trim_start_matches("{{").trim_end_matches("}}");
        let fault = |error: Error| Box::new(finding(&error, expression));
        let value =
            environment.compile_expression(inner).and_then(|compiled| compiled.eval(place(volume))).map_err(fault)?;
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
}

/// The functions that staff may call. They own what they need: minijinja asks for `'static`.
fn environment(plan: &Plan<Unresolved>, nodes: &Nodes, lang: &Lang) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    let targets = plan.targets.iter().map(|target| (target.id.value.clone(), target_value(target, lang)));
    environment.add_function("target", lookup(targets.collect(), ("目標", "target")));
    let statistics = plan.statistics.iter().enumerate().map(|(index, statistic)| {
        (statistic.id.value.clone(), Value::from_object(Block(Data::Table(StatisticIx(index)))))
    });
    environment.add_function("table", lookup(statistics.collect(), ("統計", "statistic")));
    let policies = nodes
        .all
        .iter()
        .enumerate()
        .filter(|(_, node)| node.kind == NodeKind::Policy)
        .map(|(index, node)| (node.id.clone(), Value::from_object(Block(Data::Initiatives(plan::NodeIx(index))))));
    environment.add_function("initiatives", lookup(policies.collect(), ("施策", "policy")));
    environment.add_function("targets", |state: &State| block_of_volume(state, Data::Targets));
    environment.add_function("institutions", |state: &State| block_of_volume(state, Data::Institutions));
    environment
}

/// Where the volume of an expression stands among its variables: a name that no author can write.
const VOLUME: &str = "volume of the text";

/// The variables of an expression: the volume whose lists `targets()` and `institutions()` give.
fn place(volume: VolumeIx) -> Value {
    Value::from(BTreeMap::from([(VOLUME, volume.0)]))
}

fn block_of_volume(state: &State, data: fn(VolumeIx) -> Data) -> Result<Value, Error> {
    let volume = state.lookup(VOLUME).and_then(|volume| usize::try_from(volume).ok());
    let volume = volume.ok_or_else(|| Error::from(ErrorKind::UndefinedError))?;
    Ok(Value::from_object(Block(data(VolumeIx(volume)))))
}

/// A function from a name to a value. A name that does not exist is an error with the likeliest name meant.
fn lookup(
    values: BTreeMap<String, Value>,
    what: (&'static str, &'static str),
) -> impl Fn(String) -> Result<Value, Error> + Send + Sync + 'static {
    move |name| {
        values.get(&name).cloned().ok_or_else(|| {
            let near = unknown::nearest(&name, values.keys().map(String::as_str)).map(str::to_owned);
            Error::new(ErrorKind::InvalidOperation, "").with_source(Unknown { name, what, near })
        })
    }
}

fn target_value(target: &Target<Unresolved>, lang: &Lang) -> Value {
    let unit = target.unit.get(lang);
    let figure = |figure: &Figure| Value::from(unit.map_or_else(String::new, |unit| figure.with_unit(unit)));
    Value::from(BTreeMap::from([
        ("title", Value::from(target.title.get(lang).map(|title| plan::plain(title)).unwrap_or_default())),
        ("unit", Value::from(unit.map(Unit::name).unwrap_or_default())),
        ("baseline", figure(&target.baseline)),
        ("goal", figure(&target.goal)),
    ]))
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
    if let Some(Unknown { name, what, near }) = source {
        return unknown::missing(span, name, *what, near.as_deref());
    }
    let Message { ja, en } = wording::of(error);
    Diagnostic::error(
        Code("K075"),
        span,
        Message::new(format!("式を計算できません：{ja}"), format!("this expression cannot be evaluated: {en}")),
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
        Message::new("式か、その値が長すぎます", "this expression or its value is too long"),
    )
}
