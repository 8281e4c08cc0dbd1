//! In which languages a page exists: by what of its text there is in a language, never by the language.

use super::{Kind, Page};
use crate::lang::{Lang, Localized};
use crate::plan::{Chapter, Plan, Policy, Resolved, Volume};

impl Page<'_> {
    /// The languages that have this page's text, the plan's own first. A page with prose is in a language
    /// whose file there is; a page of facts where at least half of its texts are.
    pub(crate) fn languages<'p>(&self, plan: &'p Plan<Resolved>) -> Vec<&'p Lang> {
        plan.meta.languages.iter().filter(|lang| self.is_translated(plan, lang)).collect()
    }

    /// True where the page shows its text in a language, and not the plan's own.
    pub(crate) fn is_translated(&self, plan: &Plan<Resolved>, lang: &Lang) -> bool {
        lang == plan.meta.main_language() || self.is_in(plan, lang)
    }

    fn is_in(&self, plan: &Plan<Resolved>, lang: &Lang) -> bool {
        if let Some(prose) = self.prose().filter(|prose| prose.iter().next().is_some()) {
            return prose.get(lang).is_some();
        }
        let mut count = Count { lang, there: 0, all: 0 };
        self.count(plan, &mut count);
        count.there * 2 >= count.all
    }

    fn count(&self, plan: &Plan<Resolved>, count: &mut Count<'_>) {
        match self.kind {
            // The search page has no text but that of the theme; what it finds is the plan.
            Kind::Home | Kind::Search | Kind::PrintedPages => {
                count.text(&plan.meta.title);
                plan.volumes.iter().for_each(|volume| count.volume(volume));
            }
            Kind::Volume(volume) => count.volume(volume),
            Kind::Chapter(Chapter { title, .. }) | Kind::Policy(Policy { title, .. }) => count.text(title),
            Kind::Initiative(initiative) => count.text(&initiative.title),
            Kind::Targets => plan.targets.iter().for_each(|target| count.text(&target.title)),
            Kind::Schedule => plan.volumes.iter().for_each(|volume| count.schedules(volume)),
            Kind::Institutions => plan.volumes.iter().for_each(|volume| count.institutions(volume)),
            Kind::Glossary => {
                for term in &plan.terms {
                    count.text(&term.term);
                    count.text(&term.definition);
                }
            }
        }
    }
}

/// How many texts there are, and how many of them in a language.
struct Count<'a> {
    lang: &'a Lang,
    there: usize,
    all: usize,
}

impl Count<'_> {
    fn text<T>(&mut self, text: &Localized<T>) {
        self.all += 1;
        self.there += usize::from(text.get(self.lang).is_some());
    }

    fn volume(&mut self, volume: &Volume<Resolved>) {
        self.text(&volume.title);
        for chapter in &volume.chapters {
            self.text(&chapter.title);
            for policy in &chapter.policies {
                self.text(&policy.title);
                policy.initiatives.iter().for_each(|initiative| self.text(&initiative.title));
            }
        }
    }

    fn schedules(&mut self, volume: &Volume<Resolved>) {
        let policies = volume.chapters.iter().flat_map(|chapter| &chapter.policies);
        for schedule in policies.flat_map(|policy| &policy.initiatives).filter_map(|one| one.schedule.as_ref()) {
            self.text(&schedule.title);
            schedule.rows.iter().for_each(|row| self.text(&row.text));
        }
    }

    fn institutions(&mut self, volume: &Volume<Resolved>) {
        for institution in volume.institutions.iter().flat_map(|one| &one.institutions) {
            self.text(&institution.name);
            self.text(&institution.description);
        }
    }
}
