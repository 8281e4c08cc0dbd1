//! Modules that are joined into one script (`build/script.rs`) do what they did apart, run by node; what cannot be
//! joined is refused.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

use std::process::Command;

#[path = "../build/script.rs"]
mod script;

type Modules = [(&'static str, &'static str)];

/// The script that `main.js` becomes; `other.js` is another one.
fn join(modules: &Modules) -> Result<String, String> {
    let read = |name: &str| {
        let found = modules.iter().find(|(own, _)| *own == name);
        found.map(|(_, source)| (*source).to_owned()).ok_or_else(|| "is not there".to_owned())
    };
    script::join("main.js", &["main.js", "other.js"], &read)
}

/// What the joined modules print.
fn run(modules: &Modules) -> String {
    let script = join(modules).unwrap();
    let node = Command::new("node").args(["--input-type=module", "--eval", &script]).output().expect("node is there");
    assert!(node.status.success(), "{}\n{script}", String::from_utf8_lossy(&node.stderr));
    String::from_utf8(node.stdout).unwrap().trim_end().to_owned()
}

#[test]
fn names_of_two_modules_and_global_ones_do_not_meet() {
    let printed = run(&[
        (
            "main.js",
            r#"
            import { cut as cutOther, size as of } from "./a.js";
            import { take } from "./b.js";
            const size = 3;
            const cut = (text, of = size) => text.slice(0, of);
            const show = ({ size, cut = take }) => [size, cut("take")];
            let e = { size, of, cut };
            console.log(cut("main"), cutOther("other"), take("take"), of);
            console.log(e.size, e.of, e.cut("object"), show({ size }));
            console.log(structuredClone([1]));
            "#,
        ),
        (
            "a.js",
            "export const size = 2;\nconst hidden = 'a';\n\
             export function cut(text) { return hidden + text.slice(0, size); }",
        ),
        (
            "b.js",
            "import { size } from './a.js';\nconst hidden = 'b', structuredClone = (it) => it;\n\
             export { take };\nfunction take(text) { const cut = hidden; return structuredClone(cut + text[size]); }",
        ),
    ]);
    assert_eq!(printed, "mai aot bk 2\n3 2 obj [ 3, 'bk' ]\n[ 1 ]");
}

#[test]
fn modules_run_in_the_order_of_their_imports_and_once() {
    let printed = run(&[
        ("main.js", "import './a.js';\nimport { b } from './b.js';\nconsole.log('main', b);"),
        ("a.js", "import { b } from './b.js';\nconsole.log('a', b);"),
        ("b.js", "console.log('b');\nexport let b = 1;\nb += 1;"),
    ]);
    assert_eq!(printed, "b\na 2\nmain 2");
}

#[test]
fn todays_syntax_means_the_same() {
    let printed = run(&[(
        "main.js",
        r##"
        // A comment with `signs` and "quotes".
        class Box { #held = null; static made = 0; take() { return this.#held ?? "nothing"; } }
        const parts = (text) => text.split(/["＂“”]/u); /* two */ const half = (a) => a / 2 / 1;
        const folded = [..."aÀ1/*"].filter((it) => /[\p{L}--[b-z]]/v.test(it)), word = "/* no comment */ // none";
        console.log(new Box().take(), parts("一“二”"), half(8), folded.join(), word, `${`a${1 + 1}`} "'\u00a0\\`);
        const none = undefined
        ;[1, 2].forEach((it) => { label: for (;;) { if (it > 1) break label; return console.log(none?.[it] ?? -it) } })
        const spread = (a, { b, ...c } = {}, ...d) => [a, b, c, d];
        console.log(spread(1, { b: 2, e: 3 }, 4), 2 ** 3, 1_000n, typeof import.meta.url);
        "##,
    )]);
    let wanted = [
        "nothing [ '一', '二', '' ] 4 a,À /* no comment */ // none a2 \"'\u{a0}\\",
        "-1",
        "[ 1, 2, { e: 3 }, [ 4 ] ] 8 1000n string",
    ];
    assert_eq!(printed.lines().collect::<Vec<_>>(), wanted);
}

#[test]
fn another_script_stays_an_import_and_names_stay_outside() {
    let joined = join(&[
        (
            "main.js",
            "import { found } from './other.js';\nimport { load } from './in/one.js';\n\
             export const longName = async () => [found, await load()];",
        ),
        ("in/one.js", "import { next } from './next.js';\nexport const load = () => next(import('../other.js'));"),
        ("in/next.js", "import '../last.js';\nexport const next = (it) => it;"),
        ("last.js", "globalThis.last = 1;"),
    ]);
    let joined = joined.unwrap();
    assert!(joined.contains("import{found as ") && joined.contains("from\"./other.js\""), "{joined}");
    assert!(joined.contains("import(`./other.js`)") && joined.ends_with(" as longName};"), "{joined}");
    assert!(!joined.contains('\n'), "{joined}");
}

#[test]
fn what_cannot_be_joined_is_refused() {
    let table: &[(&Modules, &str)] = &[
        (&[("main.js", "import { a } from './gone.js';")], "gone.js: is not there"),
        (
            &[("main.js", "import { a } from './a.js';"), ("a.js", "const a = 1;")],
            "main.js: `./a.js` does not export `a`",
        ),
        (
            &[("main.js", "import a from './a.js';"), ("a.js", "export const a = 1;")],
            "main.js: imports `./a.js` as a whole",
        ),
        (&[("main.js", "import './a.js';"), ("a.js", "export default 1;")], "a.js: has a default export"),
        (&[("main.js", "export { a } from './a.js';"), ("a.js", "")], "main.js: exports what another module has"),
        (&[("main.js", "export * from './a.js';"), ("a.js", "")], "main.js: exports what another module has"),
        (
            &[("main.js", "import { a } from './a.js'; export { a };"), ("a.js", "export const a = 1;")],
            "main.js: exports what another module has",
        ),
        (&[("main.js", "import './a.js';"), ("a.js", "import './main.js';")], "main.js: imports itself"),
        (&[("main.js", "await import('./a.js');"), ("a.js", "")], "main.js: loads a.js later"),
        (&[("main.js", "await import(name);")], "main.js: loads a module later"),
        (&[("main.js", "import 'https://example.org/a.js';")], "main.js: imports `https://example.org/a.js`"),
        (&[("main.js", "import '../a.js';")], "main.js: imports `../a.js`"),
        (&[("main.js", "import './a/b.js';"), ("a/b.js", "import.meta.url;")], "a/b.js: asks for its address"),
        (&[("main.js", "const cut$a = 1;")], "main.js: the name `cut$a`"),
        (&[("main.js", "cut$a();")], "main.js: the name `cut$a`"),
        (&[("main.js", "const a = ;")], "main.js: Unexpected token"),
        (&[("main.js", "const a = 1; const a = 2;")], "main.js: Identifier `a` has already been declared"),
    ];
    for (modules, wanted) in table {
        let refused = join(modules).expect_err(wanted);
        assert!(refused.starts_with(wanted), "{refused:?} instead of {wanted:?}");
    }
}
