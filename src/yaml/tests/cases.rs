//! YAML texts beside what is said about each of them: wording and places are reviewed here.

/// A text and how each finding about it begins.
pub(super) const CASES: &[(&str, &[&str])] = &[
    ("id: a\ntitle: {ja: あ}\n", &[]),
    ("number: 12\nid: no\ntitle: {ja: 010, zh-Hant: 12:34}\nvalue: null\n", &[]),
    // Slips of indentation.
    (
        "id: a\ntitle:\n  ja: あ\n en: b\n",
        &["4:2: K020 [e] the indentation does not fit the lines before | 字下げが前の行と合っていません"],
    ),
    (
        "id: a\ntitle:\n\tja: あ\n",
        &["3:1: K021 [\t] a tab is used to indent | 字下げにタブが使われています | タブを半角の空白"],
    ),
    (
        "id: a\ntitle:\nja: あ\n",
        &["2:1: K030 [title] needed here: pairs of `key: value` | ここには「項目名: 値」の組が要ります | 次の行から"],
    ),
    ("id: a\nrows:\n  - page: 1\n - page: 2\n", &["4:2: K020 [-] the indentation does not fit"]),
    ("id: a\n  title: {ja: あ}\n", &["2:8: K020 [:] this line is read as the continuation of the line before"]),
    ("id：a\ntitle: {ja: あ}\n", &["2:6: K020 [:] this line is read as the continuation of the line before"]),
    // Other slips.
    ("id: \"a\ntitle: {ja: あ}\n", &["1:5: K020 [\"] a quote is not closed"]),
    ("id: 'a' b\ntitle: {ja: あ}\n", &["1:9: K020 [b] text follows a closing quote"]),
    ("id: a\ntitle: {ja: あ\n", &["2:8: K020 [{] a `{` or `[` is not closed"]),
    ("id: a\ntitle: {ja: あ}]\n", &["2:15: K020 []] the brackets do not match"]),
    ("id: a: b\n", &["1:6: K020 [:] a `: ` cannot stand here | この位置に「: 」は書けません | 値の全体を ' で囲んで"]),
    ("id: a\ntitle\n", &["2:1: K020 [t] this is not of the form `key: value`"]),
    ("id: @a\n", &["1:5: K020 [@] a value cannot begin with this character"]),
    ("id: \"a\\q\"\n", &["1:5: K020 [\"] a wrong escape"]),
    ("id: a\ntitle: {ja： あ}\n", &["2:9: K034 [ja： あ] the colon is full-width"]),
    // What facts do not need.
    ("id: a\ntitle: {ja: あ}\nid: b\n", &["3:1: K022 [id] the key `id` is written twice"]),
    ("id: a\ntitle: {ja: あ, ja: い}\n", &["2:16: K022 [ja] the key `ja` is written twice"]),
    ("id: &x a\ntitle: {ja: *x}\n", &["1:5: K023 [&x] anchors", "2:13: K023 [*x] aliases"]),
    ("id: *x\n", &["1:5: K023 [*x] aliases"]),
    ("<<: {id: a}\n", &["1:1: K023 [<<] merge keys"]),
    ("id: !!str a\n", &["1:5: K024 [!!str] tags"]),
    ("id: a\ntitle: {ja: あ}\n---\nid: b\n", &["3:1: K025 [---] a second document"]),
    ("%YAML 1.2\n---\nid: a\n", &["1:1: K025 [%] directives"]),
    ("? [x]\n: y\n", &["1:3: K035 [[] a key must be plain text"]),
    ("id: \"\\u0001\"\ntitle: {ja: \"\\uFDD0\"}\n", &["1:5: K038 [\"\\u0001\"] U+0001 is refused", "2:13: K038"]),
    // Keys.
    (
        "id: a\ntitel: {ja: あ}\n",
        &[
            "2:1: K028 [titel] there is no key `titel`; did you mean `title`? | `titel` という項目はありません。`title` ではありませんか | 使えるのは `id`、",
        ],
    ),
    ("id: a\nｔｉｔｌｅ: {ja: あ}\n", &["2:1: K028 [ｔｉｔｌｅ] there is no key `ｔｉｔｌｅ`; did you mean `title`?"]),
    ("id: a\nxyz: x\n", &["2:1: K028 [xyz] there is no key `xyz` | "]),
    ("title: {ja: あ}\n", &["1:1: K029 [title] the key `id` is missing | 項目 `id` がありません"]),
    ("rows:\n  - page: 1\n  - label: x\n", &["3:5: K029 [label] the key `page` is missing"]),
    ("rows:\n  - label: x\n    pag: 2\n", &["3:5: K028 [pag] there is no key `pag`; did you mean `page`?"]),
    // Shapes.
    ("rows: 3\n", &["1:7: K030 [3] needed here: a list (lines with `- `, or `[ ]`); found: a single value"]),
    ("rows: {page: 3}\n", &["1:7: K030 [{] needed here: a list (lines with `- `, or `[ ]`); found: pairs"]),
    ("rows:\n  - [page, 3]\n", &["2:5: K030 [[] needed here: pairs of `key: value`; found: a list"]),
    ("title: あ\n", &["1:8: K030 [あ] needed here: pairs of `key: value`; found: a single value"]),
    ("title: {ja: [あ]}\n", &["1:13: K030 [[] needed here: a single value (text or number); found: a list"]),
    ("who: [editor]\n", &["1:6: K030 [[] needed here: a single value"]),
    ("on: yes\n", &["1:5: K030 [yes] `true` or `false` is needed"]),
    ("- a\n", &["1:1: K030 [] needed here: pairs of `key: value`; found: a list"]),
    // Numbers.
    (
        "number: ２５\n",
        &["1:9: K031 [２５] the digits are not ASCII (half-width) | 数字が半角ではありません | `25` と書いて"],
    ),
    ("rows:\n  - {page: ３}\n", &["2:12: K031 [３] the digits are not ASCII"]),
    ("number: -1\n", &["1:9: K031 [-1] not a whole number in the possible range"]),
    ("number: 1.5\n", &["1:9: K031 [1.5] not a whole number in the possible range"]),
    ("number: 010\n", &["1:9: K031 [010] a number cannot begin with 0 | 数の先頭に 0 は書けません | `10` と"]),
    ("value: 1,000\n", &["1:8: K031 [1,000] separators inside a number are refused"]),
    ("value: .nan\n", &["1:8: K031 [.nan] numbers must be finite"]),
    ("value: 1e999\n", &["1:8: K031 [1e999] not a number in the possible range"]),
    ("value: 約25件\n", &["1:8: K031 [約25件] a number is needed"]),
    // Texts and words.
    ("id: ''\n", &["1:5: K032 [''] an empty text"]),
    ("id:\n", &["1:1: K032 [id] the value is missing"]),
    ("title: {ja: }\n", &["1:9: K032 [ja] the value is missing"]),
    ("title: {}\n", &["1:8: K034 [{] there is no text in any language"]),
    ("title: {Japanese: あ}\n", &["1:9: K034 [Japanese] `Japanese` is not a language code"]),
    ("languages: [ja, 日本語]\n", &["1:17: K034 [日本語] `日本語` is not a language code"]),
    ("who: edtor\n", &["1:6: K033 [edtor] `edtor` is not one of the choices; did you mean `editor`?"]),
    ("", &["1:1: K037 [] there is nothing in this file"]),
    ("# only a comment\n", &["1:1: K037"]),
];
