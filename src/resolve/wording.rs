//! Why an expression cannot be evaluated, in both languages.
//!
//! In comes an error of minijinja, which speaks English to programmers; out comes a [`Message`]. Its detail is quoted
//! only where its kind says too little.

use minijinja::{Error, ErrorKind};

use crate::diag::Message;

/// What went wrong, by kind. `{}` is the name that minijinja could not find.
const KINDS: &[(ErrorKind, &str, &str)] = &[
    (ErrorKind::SyntaxError, "書き方が違います", "it is not written as an expression"),
    (ErrorKind::BadEscape, "文字列の中の \\ の使い方が違います", "a wrong escape (\\) in a string"),
    (ErrorKind::UndefinedError, "この名前の値はありません", "there is no value of this name"),
    (ErrorKind::UnknownFunction, "関数 `{}` はありません", "there is no function `{}`"),
    (ErrorKind::UnknownFilter, "フィルター `{}` はありません", "there is no filter `{}`"),
    (ErrorKind::UnknownTest, "`is` の後に書ける `{}` はありません", "there is no test `{}`"),
    (ErrorKind::UnknownMethod, "この値に、その関数はありません", "the value has no such function"),
    (ErrorKind::MissingArgument, "かっこの中の値が足りません", "a value between the parentheses is missing"),
    (ErrorKind::TooManyArguments, "かっこの中の値が多すぎます", "there are too many values between the parentheses"),
    (ErrorKind::OutOfFuel, "計算が長すぎます", "it takes too long"),
];

/// Why the expression cannot be evaluated.
pub(super) fn of(error: &Error) -> Message {
    let detail = error.detail().unwrap_or_default();
    if error.kind() == ErrorKind::SyntaxError && detail.starts_with("unexpected end of input") {
        return Message::new("途中で終わっています", "it ends too early");
    }
    match KINDS.iter().find(|(kind, ..)| *kind == error.kind()) {
        Some((_, ja, en)) => {
            let name = detail.strip_suffix(" is unknown").and_then(|name| name.rsplit(' ').next()).unwrap_or_default();
            Message::new(ja.replace("{}", name), en.replace("{}", name))
        }
        None => Message::new("この値ではできません", "it cannot be done with this value").quoting(detail),
    }
}

#[cfg(test)]
mod tests {
    use minijinja::{Environment, UndefinedBehavior, context};

    use super::*;
    use crate::diag::languages::mixture;

    #[test]
    fn every_kind_is_in_one_language() {
        let others = [Error::new(ErrorKind::InvalidOperation, "cannot slice by step size of 0")];
        for error in KINDS.iter().map(|(kind, ..)| Error::new(*kind, "filter x is unknown")).chain(others) {
            let message = of(&error);
            assert_eq!(mixture(&message.ja, &message.en), None);
        }
    }

    #[test]
    fn expressions_are_told_by_what_is_wrong_with_them() {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(100));
        environment.add_function("target", |name: String| name);
        for (expression, en) in [
            ("target(", "it ends too early"),
            ("1 2", "it is not written as an expression"),
            ("nothing.x", "there is no value of this name"),
            ("nothing()", "there is no function `nothing`"),
            ("1|nothing", "there is no filter `nothing`"),
            ("1 is nothing", "there is no test `nothing`"),
            ("\"a\".nothing()", "the value has no such function"),
            ("target()", "a value between the parentheses is missing"),
            ("target(\"a\", \"b\")", "there are too many values between the parentheses"),
            ("range(99999)|list", "it takes too long"),
            ("-\"a\"", "it cannot be done with this value"),
        ] {
            let evaluate = |expression| environment.compile_expression(expression)?.eval(context!());
            let error = evaluate(expression).map(|value| value.to_string()).unwrap_err();
            let message = of(&error);
            assert!(message.en.starts_with(en), "{expression}: {message:?} for {error:?}");
            assert_eq!(mixture(&message.ja, &message.en), None);
        }
    }
}
