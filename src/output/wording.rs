//! What the errors of this stage say, in both languages. Paths as the user typed them where that is known.

use std::io;

use super::error::{Doing, Kind, ManifestFault, NameFault, Refusal};
use super::manifest::MARKER;
use crate::diag::Message;
use crate::system;

/// What is wrong.
pub(super) fn message(kind: &Kind) -> Message {
    match kind {
        Kind::Refused { out, why } => {
            let (ja, en) = refusal(*why);
            let out = out.display();
            Message::new(format!("出力先 {out} は{ja}ため、使えません"), format!("the output folder {out} {en}"))
        }
        Kind::NotOurs { out } => Message::new(
            format!("出力先 {} には keikaku が作ったのではないファイルがあります", out.display()),
            format!("the output folder {} holds files and was not made by keikaku", out.display()),
        ),
        Kind::Busy { out } => Message::new(
            format!("別の keikaku が {} に書き込んでいます", out.display()),
            format!("another keikaku is writing to {}", out.display()),
        ),
        Kind::Manifest { path, why } => {
            let what = manifest(why);
            let path = path.display();
            Message::new(
                format!("前回の出力の一覧 {path} {}", what.ja),
                format!("the list of the last build, {path}, {}", what.en),
            )
        }
        Kind::Io { doing, path, cause } => io_failure(doing, &path.display().to_string(), cause),
        Kind::Stranded { out, kept, cause } => {
            let (out, kept, cause) = (out.display(), kept.display(), system::cause(cause));
            Message::new(
                format!("新しいサイトを {out} に置けませんでした。前のサイトは {kept} にあります：{}", cause.ja),
                format!("could not put the new site at {out}; the old one is at {kept}: {}", cause.en),
            )
        }
        Kind::Name { path, why } => {
            let (ja, en) = name(*why);
            Message::new(
                format!("サイトのファイル名 {path:?} は使えません（{ja}）"),
                format!("{path:?} cannot be the name of a file of the site: {en}"),
            )
        }
        Kind::Clash { path, other } if path == other => Message::new(
            format!("サイトのファイル {path} が二度作られます"),
            format!("the file {path} of the site would be made twice"),
        ),
        Kind::Clash { path, other } => Message::new(
            format!("サイトのファイル {path} と {other} は、システムによっては同じ場所になります"),
            format!("{path} and {other} of the site are the same place on some systems"),
        ),
        Kind::Foreign { path } => Message::new(
            format!("keikaku が作ったのではない {} が、新しいサイトのファイルと重なります", path.display()),
            format!("{} was not made by keikaku and stands where a file of the new site goes", path.display()),
        ),
        Kind::Incomplete { out } => Message::new(
            format!("書けなかったファイルがあるため、{} を更新しませんでした", out.display()),
            format!("{} was not updated, as a file could not be written", out.display()),
        ),
    }
}

/// What to do.
pub(super) fn help(kind: &Kind) -> Option<Message> {
    Some(match kind {
        Kind::Refused { why: Refusal::MountPoint, .. } => Message::new(
            "その中のフォルダーを --out で指定してください（例：--out 出力先/public）",
            "name a folder inside it with --out, such as OUT/public",
        ),
        Kind::Refused { .. } => Message::new(
            "出力だけに使うフォルダーを --out で指定してください（指定しなければ public）",
            "name a folder that is for the output alone with --out (public when nothing is named)",
        ),
        Kind::NotOurs { .. } => Message::new(
            format!(
                "空にするか、別のフォルダーを --out で指定してください。keikaku が置き換えるのは {MARKER} のあるフォルダーだけです"
            ),
            format!("empty it, or name another folder with --out; keikaku replaces only folders that hold {MARKER}"),
        ),
        Kind::Busy { .. } => {
            Message::new("終わるのを待って、もう一度実行してください", "wait for it to end, then try again")
        }
        Kind::Manifest { why: ManifestFault::Newer(_), .. } => {
            Message::new("keikaku を新しい版にしてください", "use a newer keikaku")
        }
        Kind::Manifest { .. } => Message::new(
            "自分で置いたファイルがあれば別の場所に移し、出力先のフォルダーを消してから、もう一度実行してください",
            "move files of your own elsewhere, delete the output folder and try again",
        ),
        Kind::Stranded { .. } => {
            Message::new("もう一度実行すると、前のサイトが元に戻ります", "the next build puts the old site back")
        }
        Kind::Foreign { .. } => {
            Message::new("別の場所に移すか、名前を変えてください", "move it elsewhere or give it another name")
        }
        Kind::Io { .. } | Kind::Name { .. } | Kind::Clash { .. } | Kind::Incomplete { .. } => return None,
    })
}

fn refusal(why: Refusal) -> (String, String) {
    let (ja, en) = match why {
        Refusal::Nameless => ("フォルダーの名前になっていない", "is not the name of a folder"),
        Refusal::Root => ("ファイルシステムの一番上である", "is the root of the file system"),
        Refusal::Home => ("ホームフォルダーである", "is the home folder"),
        Refusal::AboveHome => ("ホームフォルダーを含む", "holds the home folder"),
        Refusal::Site => ("サイトのフォルダーそのものである", "is the site's own folder"),
        Refusal::AboveSite => ("サイトのフォルダーを含む", "holds the site's folder"),
        Refusal::Symlink => ("シンボリックリンクである", "is a symbolic link"),
        Refusal::NotFolder => ("フォルダーではない", "is not a folder"),
        Refusal::MountPoint => (
            "別のディスクのマウント位置で、置き換えられない",
            "is where another disk is mounted and cannot be replaced",
        ),
        Refusal::Inside(name) => return (format!(" {name} の中にある"), format!("lies inside {name}")),
        Refusal::Holds(name) => return (format!(" {name} を含む"), format!("holds {name}")),
    };
    (ja.to_owned(), en.to_owned())
}

fn manifest(why: &ManifestFault) -> Message {
    match why {
        ManifestFault::NotFile => Message::new("がファイルではありません", "is not a file"),
        ManifestFault::Broken(cause) => Message::new("が壊れています", "is broken").quoting(cause),
        ManifestFault::Newer(version) => Message::new(
            format!("は、より新しい keikaku のものです（形式 {version}）"),
            format!("was made by a newer keikaku (format {version})"),
        ),
    }
}

fn name(why: NameFault) -> (String, String) {
    let (ja, en) = match why {
        NameFault::Empty => ("名前が空です", "a name in it is empty"),
        NameFault::Absolute => ("サイトの中の相対パスではありません", "it is not relative to the site"),
        NameFault::Dots => ("「.」「..」は使えません", "it contains . or .."),
        NameFault::End => ("名前が点か空白で終わっています", "a name in it ends in a dot or a space"),
        NameFault::Device => ("Windows の予約名です", "Windows reserves a name in it"),
        NameFault::Long => ("名前が 255 バイトを超えています", "a name in it has more than 255 bytes"),
        NameFault::Marker => ("keikaku の目印の名前です", "it is the name of keikaku's marker"),
        NameFault::Character(character) => {
            let code = u32::from(character);
            return (format!("U+{code:04X} は使えません"), format!("it contains U+{code:04X}"));
        }
    };
    (ja.to_owned(), en.to_owned())
}

fn io_failure(doing: &Doing, path: &str, cause: &io::Error) -> Message {
    let (ja, en) = match doing {
        Doing::Read => (format!("{path} を読めません"), format!("could not read {path}")),
        Doing::List => (format!("{path} の一覧を読めません"), format!("could not list {path}")),
        Doing::CreateFolder => {
            (format!("フォルダー {path} を作れません"), format!("could not create the folder {path}"))
        }
        Doing::Write => (format!("{path} に書けません"), format!("could not write {path}")),
        Doing::Carry => (format!("{path} を新しいサイトに移せません"), format!("could not carry over {path}")),
        Doing::Save => (format!("{path} をディスクに保存できません"), format!("could not save {path} to the disk")),
        Doing::Remove => (format!("{path} を消せません"), format!("could not remove {path}")),
        Doing::Lock => (format!("{path} をロックできません"), format!("could not lock {path}")),
        Doing::Rename(to) => {
            let to = to.display();
            (format!("{path} の名前を {to} に変えられません"), format!("could not rename {path} to {to}"))
        }
        Doing::Exchange(with) => {
            let with = with.display();
            (format!("{path} と {with} を入れ替えられません"), format!("could not exchange {path} and {with}"))
        }
    };
    let cause = system::cause(cause);
    Message::new(format!("{ja}：{}", cause.ja), format!("{en}: {}", cause.en))
}
