//! What tera says of templates, in both languages.
//!
//! In comes a sentence of tera, in English and for programmers; out comes a [`Message`]. A sentence that is not
//! known here is quoted behind a general one.

use crate::diag::Message;

/// A sentence of tera (`*` stands for what changes), and what is said instead, with what changes as `{0}`, `{1}`.
type Sentence = (&'static str, &'static str, &'static str);

/// The first that fits counts.
const SENTENCES: &[Sentence] = &[
    // Names.
    ("Unknown filter `*`", "フィルター `{0}` はありません", "there is no filter `{0}`"),
    ("Unknown test `*`", "`is` の後に書ける `{0}` はありません", "there is no test `{0}`"),
    ("Unknown function `*`", "関数 `{0}` はありません", "there is no function `{0}`"),
    ("Unknown component `*`", "部品 `{0}` はありません", "there is no component `{0}`"),
    ("Unknown template `*`", "ひな形 `{0}` はありません", "there is no template `{0}`"),
    ("Unknown tag", "このようなタグはありません", "there is no such tag"),
    ("Template '*' not found", "ひな形 `{0}` はありません", "there is no template `{0}`"),
    (
        "Template '*' is inheriting from '*', which doesn't exist or isn't loaded.",
        "`extends` のひな形 `{1}` はありません",
        "there is no template `{1}` to extend",
    ),
    ("Circular extend detected for template '*'*", "`extends` が輪になっています", "`extends` goes round in a circle"),
    ("Circular include detected for template '*'*", "`include` が輪になっています", "`include` goes round in a circle"),
    (
        "Block `*` is not defined in any parent template",
        "`extends` のひな形に、ブロック `{0}` はありません",
        "no template that is extended has the block `{0}`",
    ),
    ("Template already contains a block named `*`", "ブロック `{0}` が 2 度あります", "the block `{0}` is there twice"),
    (
        "Template already contains a component named `*`",
        "部品 `{0}` が 2 度あります",
        "the component `{0}` is there twice",
    ),
    // Values.
    (
        "Variable `*` exists but its value is undefined",
        "変数 `{0}` に値がありません",
        "the variable `{0}` has no value",
    ),
    ("Variable `*` is not defined.*", "変数 `{0}` はありません", "there is no variable `{0}`"),
    ("Field `*` is not defined*", "項目 `{0}` はありません", "there is no field `{0}`"),
    ("Tried to render a variable that is undefined", "値がありません", "there is no value"),
    ("Cannot index into an undefined value", "項目を取り出す値がありません", "there is no value to take a field of"),
    (
        "Math operations can only be done on numbers, found `*`",
        "計算は数だけでできます（ここは `{0}`）",
        "only numbers can be calculated with (this is `{0}`)",
    ),
    ("Cannot compare `*` with `*`", "`{0}` と `{1}` は比べられません", "`{0}` and `{1}` cannot be compared"),
    (
        "`+` requires both operands to be numbers, found `*` and `*`",
        "計算は数だけでできます（ここは `{0}` と `{1}`）",
        "only numbers can be calculated with (these are `{0}` and `{1}`)",
    ),
    ("Iteration not possible on type `*`", "`{0}` は `for` で並べられません", "`for` cannot go through a `{0}`"),
    (
        "Key/value iteration is not possible on type `*`, only on maps.",
        "`{0}` は名前と値の組として並べられません",
        "`for` cannot go through the keys of a `{0}`",
    ),
    (
        "Invalid type for the value, expected `*` but got `*`",
        "`{0}` が要りますが、`{1}` があります",
        "needed here: `{0}`; found: `{1}`",
    ),
    ("Missing keyword argument `*`", "引数 `{0}` がありません", "the argument `{0}` is missing"),
    (
        "Value `*` is out of range for `*`",
        "値 `{0}` は `{1}` の範囲にありません",
        "the value `{0}` is out of the range of `{1}`",
    ),
    // Signs.
    ("Unexpected end of input", "閉じられないまま終わっています", "something is left open at the end"),
    (
        "Found * but expected one of: *",
        "ここに{0}は書けません。値（文字列、数、変数など）が要ります",
        "{0} cannot stand here: a value is needed (a string, a number, a variable …)",
    ),
    ("Found * but expected *.", "ここには{1}が要りますが、{0}があります", "needed here: {1}; found: {0}"),
    ("Found * but expected *", "ここには{1}が要りますが、{0}があります", "needed here: {1}; found: {0}"),
    (
        "Found * but was expecting `elif`, `else` or `endif`.",
        "ここには `elif`、`else`、`endif` のどれかが要りますが、{0}があります",
        "needed here: `elif`, `else` or `endif`; found: {0}",
    ),
    ("Unexpected character", "ここに書けない文字です", "this character cannot stand here"),
    (
        "String opened with `*` is missing its closing `*`",
        "文字列の引用符 `{0}` が閉じられていません",
        "the string that begins with `{0}` is not closed",
    ),
    ("unexpected end of string", "文字列が途中で終わっています", "the string is not closed"),
    ("Closing comment tag `*` not found", "コメントを閉じる `{0}` がありません", "the comment lacks its closing `{0}`"),
    ("unexpected end of raw block", "`raw` が閉じられていません", "`raw` is not closed"),
    (
        "* was named `*` in the opening tag, found `*` as name in the end tag",
        "`{1}` を閉じるタグの名前が `{2}` になっています",
        "`{1}` is closed under the name `{2}`",
    ),
    (
        "* is a reserved keyword of Tera, it cannot be *",
        "`{0}` は変数の名前に使えません",
        "`{0}` cannot be the name of a variable",
    ),
    ("* can only be used in a for loop", "`{0}` は `for` の中にだけ書けます", "`{0}` can stand only inside of `for`"),
    ("`extends` *", "`extends` はひな形の先頭に書きます", "`extends` stands at the beginning of a template"),
];

/// The signs and words between which tera's grammar chooses.
const TOKENS: &[Sentence] = &[
    ("content", "タグの外の文", "text outside of tags"),
    ("raw content", "`raw` の中の文", "text inside of `raw`"),
    ("comment", "コメント", "a comment"),
    ("identifier", "名前", "a name"),
    ("attribute name", "項目の名前", "the name of a field"),
    ("string", "文字列", "a string"),
    ("integer", "整数", "a whole number"),
    ("float", "小数", "a number"),
    ("bool", "`true` か `false`", "`true` or `false`"),
];

/// A sentence of tera, said in both languages.
pub(super) fn of(sentence: &str) -> Message {
    let known = SENTENCES.iter().find_map(|(pattern, ja, en)| Some((captured(pattern, sentence)?, ja, en)));
    let Some((parts, ja, en)) = known else {
        return Message::new("ひな形を読めません", "the template cannot be read").quoting(sentence);
    };
    let mut message = Message::new(*ja, *en);
    for (number, part) in parts.into_iter().enumerate() {
        let (place, token) = (format!("{{{number}}}"), token(part));
        // Between backquotes stands what the author wrote; a sign of the grammar brings its own.
        let quoted = format!("`{place}`");
        for (text, token) in [(&mut message.ja, token.ja), (&mut message.en, token.en)] {
            *text = text.replace(&quoted, &format!("`{part}`")).replace(&place, &token);
        }
    }
    message
}

/// What the grammar calls a sign, in words; any other sign between backquotes.
fn token(text: &str) -> Message {
    match TOKENS.iter().find(|(name, ..)| *name == text) {
        Some((_, ja, en)) => Message::new(*ja, *en),
        None if text.starts_with('`') => Message::new(text, text),
        None => Message::new(format!("`{text}`"), format!("`{text}`")),
    }
}

/// The texts in the places of the `*` of a pattern, where it fits the whole text.
fn captured<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut pieces = pattern.split('*').peekable();
    let mut rest = text.strip_prefix(pieces.next()?)?;
    let mut found = Vec::new();
    while let Some(piece) = pieces.next() {
        let last = pieces.peek().is_none();
        let end = if last { rest.strip_suffix(piece)?.len() } else { rest.find(piece)? };
        found.push(&rest[..end]);
        rest = &rest[end + piece.len()..];
    }
    (!found.is_empty() || rest.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::languages::mixture;

    #[test]
    fn every_sentence_is_in_one_language() {
        let unknown = "List comprehensions support only a single `for` clause.";
        let sentences = SENTENCES.iter().map(|(pattern, ..)| pattern.replace('*', "name"));
        for sentence in sentences.chain([unknown.to_owned()]) {
            let message = of(&sentence);
            assert_eq!(mixture(&message.ja, &message.en), None);
            assert!(!message.ja.contains('{') && !message.en.contains('{'), "{message:?}");
        }
        for (name, ..) in TOKENS {
            let message = of(&format!("Found {name} but expected %}}."));
            assert_eq!(mixture(&message.ja, &message.en), None);
        }
    }

    #[test]
    fn sentences_are_told_with_what_stands_there() {
        for (sentence, ja, en) in [
            ("Unknown filter `upper`", "フィルター `upper` はありません", "there is no filter `upper`"),
            (
                "Found `%}` but expected identifier.",
                "ここには名前が要りますが、`%}`があります",
                "needed here: a name; found: `%}`",
            ),
            (
                "Variable `x` is not defined. Available variables: page, site",
                "変数 `x` はありません",
                "there is no variable `x`",
            ),
            (
                "Something new",
                "ひな形を読めません（原文: “Something new”）",
                "the template cannot be read (detail: “Something new”)",
            ),
        ] {
            assert_eq!(of(sentence), Message::new(ja, en));
        }
    }
}
