//! Joins modules into one script, small enough to be sent with every first query.
//!
//! A module may declare what it likes at its top level: while joining, each such name gets the module's number behind
//! it (`cut$3`), so that names of two modules never meet, nor such a name and a global one. The statements of a
//! module stand behind those of the modules that it imports, as they would run unjoined. Then names that nobody
//! outside sees are shortened, and comments and blanks are left out.
//!
//! What our modules do without is refused, never joined wrongly: default and namespace imports, names handed on from
//! another module, modules that import each other, and modules that are loaded later.

use std::collections::BTreeMap;

use oxc::allocator::{Allocator, Vec as ArenaVec};
use oxc::ast::ast::{
    Expression, ImportDeclaration, ImportDeclarationSpecifier, ImportExpression, Program, Statement, StringLiteral,
};
use oxc::ast_visit::VisitMut;
use oxc::codegen::{Codegen, CodegenOptions};
use oxc::diagnostics::Diagnostics;
use oxc::mangler::Mangler;
use oxc::parser::{Parser, ParserReturn};
use oxc::semantic::{Scoping, SemanticBuilder};
use oxc::span::SourceType;
use oxc::str::{Ident, Str};
use oxc::syntax::module_record::{ExportExportName, ExportLocalName, ModuleRecord};

/// What parts a name from the number of its module. Modules have no name with it.
const PART: char = '$';

/// Gives the text of a module, or says why there is none.
pub(crate) type Read<'r> = &'r dyn Fn(&str) -> Result<String, String>;

/// The text of the script that a module becomes, one of `scripts`, with all that it imports; of the other scripts the
/// import stays, and they run first. Modules are named by their paths; scripts stand in no folder. `Err` names the
/// module that is not sound, and says why.
pub(crate) fn join(script: &str, scripts: &[&str], read: Read<'_>) -> Result<String, String> {
    let others = scripts.iter().copied().filter(|it| *it != script).collect();
    let mut joining = Joining { others, read, text: String::new(), modules: BTreeMap::new() };
    let exports: Vec<String> = joining.add(script)?.iter().map(|(name, own)| format!("{own} as {name}")).collect();
    let text = format!("{}export {{ {} }};\n", joining.text, exports.join(", "));
    minify(&text).map_err(|why| format!("{script}, joined: {why}"))
}

/// What a module exports, or what it may name: each name with the one that it has in the script.
type Names = BTreeMap<String, String>;

struct Joining<'j> {
    others: Vec<&'j str>,
    read: Read<'j>,
    text: String,
    /// What the modules that were met export; nothing for those that wait for what they import.
    modules: BTreeMap<String, Option<Names>>,
}

impl Joining<'_> {
    /// Adds a module behind all that it imports, unless it is there.
    fn add(&mut self, module: &str) -> Result<Names, String> {
        let number = self.modules.len();
        match self.modules.get(module) {
            Some(Some(exports)) => return Ok(exports.clone()),
            Some(None) => return Err(format!("{module}: imports itself, by way of others")),
            None => self.modules.insert(module.to_owned(), None),
        };
        let fault = |why: String| format!("{module}: {why}");
        let source = (self.read)(module).map_err(fault)?;
        let allocator = Allocator::default();
        let ParserReturn { mut program, module_record, diagnostics, .. } =
            Parser::new(&allocator, &source, SourceType::mjs()).parse();
        sound(&diagnostics).map_err(fault)?;
        if module.contains('/') && !module_record.import_metas.is_empty() {
            return Err(fault("asks for its address, which in a folder is not that of the script".to_owned()));
        }
        let mut places = Places { module, others: &self.others, allocator: &allocator, fault: None };
        places.visit_program(&mut program);
        places.fault.map_or(Ok(()), Err).map_err(fault)?;
        let scoping = scoping_of(&program).map_err(fault)?;
        let mut names = own_names(number, &scoping).map_err(fault)?;
        for statement in &program.body {
            let Statement::ImportDeclaration(import) = statement else { continue };
            let imported = &import.source.value.as_str()[2..];
            if !self.others.contains(&imported) {
                let exports = self.add(imported)?;
                names.extend(imported_names(import, &exports).map_err(fault)?);
            }
        }
        let exports = exports_of(&module_record, &names).map_err(fault)?;
        let is_joined = |import: &ImportDeclaration<'_>| !self.others.contains(&&import.source.value.as_str()[2..]);
        program.body = without_files(program.body, is_joined, &allocator);
        self.text.push_str(&Codegen::new().with_scoping(Some(renamed(scoping, &names))).build(&program).code);
        self.modules.insert(module.to_owned(), Some(exports.clone()));
        Ok(exports)
    }
}

/// Writes the places of all imports as they are from the script: `./` and the path of a module.
struct Places<'a, 'j> {
    module: &'j str,
    others: &'j [&'j str],
    allocator: &'a Allocator,
    fault: Option<String>,
}

impl<'a> Places<'a, '_> {
    /// The path of the module that stands at this place.
    fn resolve(&mut self, place: &mut StringLiteral<'a>) -> Option<String> {
        let written = place.value;
        let mut path: Vec<&str> = self.module.split('/').collect();
        path.pop();
        let mut known = written.starts_with("./") || written.starts_with("../");
        for part in written.split('/') {
            match part {
                "." => {}
                ".." => known &= path.pop().is_some(),
                name => path.push(name),
            }
        }
        if !known {
            self.fault = Some(format!("imports `{written}`, which is not one of the modules"));
            return None;
        }
        let path = path.join("/");
        place.value = Str::from_str_in(&format!("./{path}"), &self.allocator);
        place.raw = None;
        Some(path)
    }
}

impl<'a> VisitMut<'a> for Places<'a, '_> {
    fn visit_import_declaration(&mut self, import: &mut ImportDeclaration<'a>) {
        self.resolve(&mut import.source);
    }

    fn visit_import_expression(&mut self, import: &mut ImportExpression<'a>) {
        let path = match &mut import.source {
            Expression::StringLiteral(place) => self.resolve(place),
            _ => None,
        };
        if !path.as_deref().is_some_and(|path| self.others.contains(&path)) {
            let what = path.unwrap_or_else(|| "a module".to_owned());
            self.fault.get_or_insert(format!("loads {what} later: what is joined is there from the first"));
        }
    }
}

/// The names at the top level of a module, with those that they get in the script.
fn own_names(number: usize, scoping: &Scoping) -> Result<Names, String> {
    let free = scoping.root_unresolved_references().keys().map(|name| name.as_str());
    if let Some(name) = scoping.symbol_names().chain(free).find(|name| name.contains(PART)) {
        return Err(format!("the name `{name}` has a `{PART}`, which in scripts parts names from numbers"));
    }
    let top = scoping.get_bindings(scoping.root_scope_id()).keys();
    Ok(top.map(|name| (name.to_string(), format!("{name}{PART}{number}"))).collect())
}

/// The names that an import brings, with those that they have in the script.
fn imported_names(import: &ImportDeclaration<'_>, exports: &Names) -> Result<Vec<(String, String)>, String> {
    let place = import.source.value;
    let names = import.specifiers.iter().flatten().map(|specifier| {
        let ImportDeclarationSpecifier::ImportSpecifier(specifier) = specifier else {
            return Err(format!("imports `{place}` as a whole or its default: name what you import"));
        };
        let imported = specifier.imported.name();
        let own = exports.get(imported.as_str()).ok_or_else(|| format!("`{place}` does not export `{imported}`"))?;
        Ok((specifier.local.name.to_string(), own.clone()))
    });
    names.collect()
}

fn exports_of(record: &ModuleRecord<'_>, names: &Names) -> Result<Names, String> {
    if !(record.indirect_export_entries.is_empty() && record.star_export_entries.is_empty()) {
        return Err("exports what another module has: import it from there".to_owned());
    }
    let exports = record.local_export_entries.iter().map(|entry| match (&entry.export_name, &entry.local_name) {
        (ExportExportName::Name(name), ExportLocalName::Name(local)) => {
            Ok((name.name.to_string(), names[local.name.as_str()].clone()))
        }
        _ => Err("has a default export: give it a name".to_owned()),
    });
    exports.collect()
}

/// The statements without those that only tell of files: the imports that are joined, and what is exported.
fn without_files<'a>(
    statements: ArenaVec<'a, Statement<'a>>,
    is_joined: impl Fn(&ImportDeclaration<'_>) -> bool,
    allocator: &'a Allocator,
) -> ArenaVec<'a, Statement<'a>> {
    let kept = statements.into_iter().filter_map(|statement| match statement {
        Statement::ImportDeclaration(import) if is_joined(&import) => None,
        Statement::ExportNamedDeclaration(_) => None,
        Statement::ExportDeclaration(export) => Some(Statement::from(export.unbox().declaration)),
        other => Some(other),
    });
    ArenaVec::from_iter_in(kept, &allocator)
}

fn renamed(mut scoping: Scoping, names: &Names) -> Scoping {
    let top = scoping.get_bindings(scoping.root_scope_id()).iter();
    let top: Vec<_> = top.map(|(name, symbol)| (names[name.as_str()].as_str(), *symbol)).collect();
    for (name, symbol) in top {
        scoping.set_symbol_name(symbol, Ident::from(name));
    }
    scoping
}

/// The same script with short names, without comments and blanks.
fn minify(text: &str) -> Result<String, String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    sound(&parsed.diagnostics)?;
    scoping_of(&parsed.program)?;
    let short = Mangler::new().build(&parsed.program);
    let codegen = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(Some(short.scoping));
    Ok(codegen.with_private_member_mappings(Some(short.class_private_mappings)).build(&parsed.program).code)
}

fn scoping_of(program: &Program<'_>) -> Result<Scoping, String> {
    let built = SemanticBuilder::new().with_check_syntax_error(true).build(program);
    sound(&built.diagnostics)?;
    Ok(built.semantic.into_scoping())
}

fn sound(diagnostics: &Diagnostics) -> Result<(), String> {
    diagnostics.errors().next().map_or(Ok(()), |first| Err(first.to_string()))
}
