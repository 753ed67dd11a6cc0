"""The command ``safe-harbor``: serving, talking, looking after what is kept, and building what Amazon needs."""

from __future__ import annotations

import gc
import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skill import logs
from skill.errors import ConfigurationError, ModelError, SafeHarborError
from skill.keys import keys
from skill.settings import MEANINGS, Settings
from skill.tables import print_rows, print_table

if TYPE_CHECKING:
    from flask import Flask

    from skill.alexa.gathering import Fragments
    from skill.store import Households

MODELS = Path("interaction_models")
"""Where the built interaction models are kept, beneath the folder that a command is run in."""
ENVIRONMENT = "\b\nEnvironment (all optional):\n" + "\n".join(f"  {name}  {does}" for name, does in MEANINGS.items())


class Commands(click.Group):
    """Commands whose known failures are one clear line and exit code 1, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except SafeHarborError as error:
            raise click.ClickException("\n".join(_lines(error))) from error


def _lines(error: SafeHarborError) -> list[str]:
    if not isinstance(error, ModelError):
        return [" ".join(str(error).split()), *(error.findings if isinstance(error, ConfigurationError) else ())]
    way_on = f"Mend this, or name who is to be left out in SAFE_HARBOR_DISABLED_PLUGINS: {','.join(error.plugins)}"
    return [*error.findings, *([way_on] if error.plugins else [])]


@click.group(cls=Commands, epilog=ENVIRONMENT)
@click.version_option(package_name="safe-harbor-skill")
def main() -> None:
    """Safe Harbor: an Alexa skill for emotional safety, grown by plugins."""
    # A command's own object is the day to run it on, where that is not today.
    logs.configure(logging.WARNING)


@main.command()
def serve() -> None:
    """Serve the webhook with gunicorn; HOST, PORT and WEB_CONCURRENCY are honoured."""
    from skill import server

    logs.configure()
    server.serve(Settings.of())


@main.command()
@click.option("--jsonl", is_flag=True, help="One JSON object a line in, one a line out.")
@click.option("--speak", is_flag=True, help="Say the answers aloud where a speech program is installed.")
@click.option("--locale", default="en-US", show_default=True, help="The English that is spoken.")
@click.option("--trace", is_flag=True, help="Print each hook call and its result, without words, to standard error.")
def chat(jsonl: bool, speak: bool, locale: str, trace: bool) -> None:
    """Talk with the skill here, through the real webhook."""
    gc.disable()  # a start has next to no garbage, and looking for it would take a quarter of the time
    click.get_current_context().call_on_close(gc.enable)
    from skill.app import create_app, prepare
    from skill.simulator import chat as simulator

    logs.configure(logging.ERROR)  # the terminal belongs to the conversation
    settings = Settings.of()
    prepare(settings)
    make_app = _traced if trace else create_app
    simulator.run(make_app, settings, jsonl=jsonl, speak=speak, locale=locale)


def _traced(*arguments: Any, **options: Any) -> Flask:
    from skill.app import create_app
    from skill.tracing import trace

    app = create_app(*arguments, **options)
    trace(app.extensions["safe_harbor"].registry, lambda line: click.echo(line, err=True))
    return app


@main.command()
@click.pass_obj
def doctor(today: date | None) -> None:
    """Look whether everything is as it should be; exit 1 where something is broken."""
    from skill.doctor import examine

    findings = list(examine(Settings.of(), MODELS, today or date.today()))
    print_table(("", "", ""), [(each.thing, each.state, each.says) for each in findings])
    if any(each.state == "broken" for each in findings):
        raise SystemExit(1)


@main.group()
def db() -> None:
    """Look after the database."""


@db.command()
def upgrade() -> None:
    """Bring the database to today's tables, whether it is SQLite or PostgreSQL, old or fresh."""
    from skill.app import prepare
    from skill.store import Database

    settings = Settings.of()
    prepare(settings)
    database = Database(settings.database_url)
    database.upgrade()
    database.close()
    click.echo("The database is up to date.")


@main.command()
@click.option("--endpoint", required=True, metavar="URL", help="The https address that Alexa will call.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/package"), show_default=True)
@click.option("--certificate", default="Trusted", show_default=True, help="Trusted, Wildcard or SelfSigned.")
@click.option("--locale", "locales", multiple=True, help="A locale to take; all that are built by default.")
@click.option("--models", type=click.Path(path_type=Path), default=MODELS, show_default=True)
@click.option("--privacy-url", help="The page with the privacy policy.")
@click.option("--terms-url", help="The page with the terms of use.")
@click.pass_obj
def package(
    today: date | None,
    endpoint: str,
    out: Path,
    certificate: str,
    locales: Sequence[str],
    models: Path,
    privacy_url: str | None,
    terms_url: str | None,
) -> None:
    """Write the skill package that the ASK command line deploys."""
    from skill.admission import admit
    from skill.package import write_package

    paths = write_package(
        out,
        admitted=admit(Settings.of()),
        today=today or date.today(),
        endpoint=endpoint,
        certificate=certificate,
        locales=list(locales) or None,
        models_dir=models,
        privacy_url=privacy_url,
        terms_url=terms_url,
    )
    for path in paths:
        click.echo(path)


@main.group()
def plugins() -> None:
    """Look at the plugins."""


@plugins.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def list_plugins(as_json: bool) -> None:
    """List the plugins: name, version, where they come from, and what they bring."""
    from skill.admission import admit
    from skill.contents import contents

    admitted = admit(Settings.of())
    print_rows(contents(admitted), as_json=as_json)
    for name, reason in admitted.registry.refused.items():
        click.echo(f"left out: {name}: {reason}", err=True)


@plugins.command("new")
@click.argument("name")
@click.option("--into", type=click.Path(path_type=Path), default=Path(), help="The folder to write it in; this one.")
def new_plugin(name: str, into: Path) -> None:
    """Write a plugin to begin with: a distribution with one practice, its texts, utterances and tests."""
    from skill.scaffold import write_plugin

    paths = write_plugin(name, into)
    for path in paths:
        click.echo(path)
    folder = paths[0].parent
    click.echo(f"\nIts {folder / 'README.md'} says how to install it, to test it and to talk with it.")


@plugins.command("check")
@click.argument("target", metavar="PATH_OR_NAME")
def check_plugin(target: str) -> None:
    """Hold a plugin against the contract and the platform's rules; exit 1 where there is something to mend."""
    from skill.plugin_check import check
    from skill.testing.finding import listed

    if told := listed(check(target, Settings.of())):
        click.echo(told)
        raise click.ClickException(f"{target}: {len(told.splitlines())} to mend")
    click.echo(f"{target}: nothing to mend")


@main.group()
def models() -> None:
    """Look after the interaction models."""


@models.command("build")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 naming what differs or is invalid.")
def build_models(check: bool) -> None:
    """Merge every plugin's fragments into interaction_models/<locale>.json."""
    from skill.alexa import interaction_model
    from skill.alexa.invocation_name import LOCALES

    stale = interaction_model.build(_fragments(Settings.of()), MODELS, check)
    for name in stale:
        known = name.removesuffix(".json") in LOCALES
        click.echo(f"{MODELS / name}: {('differs' if check else 'written') if known else 'belongs to no locale'}")
    if check and stale:
        raise click.ClickException("the interaction models are not up to date; run: safe-harbor models build")
    if not stale:
        click.echo("The interaction models are up to date.")


def _fragments(settings: Settings) -> Fragments:
    """Give what all plugins add to the models, telling what is doubtful; ModelError where anything is left out."""
    from skill.admission import wholly
    from skill.alexa.gathering import doubtful

    fragments = wholly(settings)
    for doubt in doubtful(fragments):
        click.echo(f"warning: {doubt}", err=True)
    return fragments


main.add_command(keys)


@main.group()
def household() -> None:
    """Look after what is kept of a household: the operator's own commands."""


@household.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def list_households(as_json: bool) -> None:
    """List the households by their ids, which say nothing about whose they are."""
    with _households() as households:
        found = households.list()
    rows = [{"id": each.id, "zone": each.zone, "created_at": each.created_at.isoformat()} for each in found]
    print_rows(rows, as_json=as_json)


@household.command()
@click.argument("id_", metavar="ID")
def export(id_: str) -> None:
    """Print everything kept of a household, readable, as JSON."""
    with _households() as households:
        click.echo(json.dumps(households.export(id_), ensure_ascii=False, indent=2))


@household.command()
@click.argument("id_", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(id_: str, yes: bool) -> None:
    """Delete a household and everything that was ever kept of it."""
    if not yes:
        click.confirm(f"Delete household {id_} for good?", abort=True)
    with _households() as households:
        if not households.forget_id(id_):
            raise click.ClickException(f"there is no household {id_!r}")
    click.echo("Forgotten.")


@household.command("reset-code")
@click.argument("id_", metavar="ID")
@click.argument("person", metavar="PERSON")
def reset_code(id_: str, person: str) -> None:
    """Take a forgotten spoken code away; PERSON is the id of one of the people that export prints."""
    from skill.home import uncoded

    with _households() as households:
        households.rewrite(id_, lambda memory: uncoded(memory, person))
    click.echo("The code is gone.")


@contextmanager
def _households() -> Iterator[Households]:
    from skill.store import Database, Households, Vault

    settings = Settings.of()
    with closing(Database(settings.database_url)) as database:
        yield Households(database, Vault.load_or_create(settings.data_dir, settings.secret_keys))
