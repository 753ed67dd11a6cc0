"""One plugin's ask-sdk handlers, interceptors and exception handlers, run in ask-sdk's order but kept apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

import structlog
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.view_resolvers.template_factory import TemplateFactory
from ask_sdk_model.response import Response
from ask_sdk_runtime.dispatch_components.exception_components import AbstractExceptionHandler
from ask_sdk_runtime.dispatch_components.request_components import (
    AbstractRequestHandler,
    AbstractRequestInterceptor,
    AbstractResponseInterceptor,
    GenericRequestHandlerChain,
)
from ask_sdk_runtime.skill_builder import AbstractSkillBuilder

from skill.errors import PluginError

_Excuse: TypeAlias = AbstractExceptionHandler[HandlerInput, Response | None]

KINDS = (
    AbstractRequestHandler,
    AbstractRequestInterceptor,
    AbstractResponseInterceptor,
    AbstractExceptionHandler,
    GenericRequestHandlerChain,
    AbstractSkillBuilder,
)
"""What a plugin may bring: classes without arguments, or instances; a builder brings all that was added to it."""


@dataclass
class Dispatch:
    """What one plugin brought, in its own order; nothing in it is changed after :meth:`of`."""

    plugin: str
    chains: list[GenericRequestHandlerChain] = field(default_factory=list)
    before: list[AbstractRequestInterceptor[HandlerInput]] = field(default_factory=list)
    after: list[AbstractResponseInterceptor[HandlerInput, Response | None]] = field(default_factory=list)
    excuses: list[_Excuse] = field(default_factory=list)
    templates: TemplateFactory | None = None

    @classmethod
    def of(cls, plugin: str, brought: Iterable[object]) -> Dispatch:
        """Sort what a plugin brought; PluginError for what is nothing of the kind, or cannot be made."""
        made = cls(plugin)
        for each in brought:
            made._add(_instance(plugin, each))
        return made

    @property
    def names(self) -> tuple[str, ...]:
        """Name the classes of its handlers and interceptors."""
        each = (*(chain.request_handler for chain in self.chains), *self.before, *self.after, *self.excuses)
        return tuple(type(one).__name__ for one in each)

    def answer(self, handler_input: HandlerInput) -> Response | None:
        """Give the response to a request; None where no handler can handle it.

        A handler whose ``can_handle`` raises is passed over. What else raises goes to the exception handlers, and
        from them, where none can handle it, to the caller. Response interceptors run whichever way it ended.
        """
        failure = self._prepared(handler_input)
        chain = self._able(handler_input)
        if chain is None:
            return None
        try:
            response = self._handled(chain, handler_input, failure)
        except Exception:
            for each in self.after:
                with suppress(Exception):  # what is raised already says more
                    each.process(handler_input, None)
            raise
        return response or Response()

    def _add(self, brought: object) -> None:
        if isinstance(brought, AbstractSkillBuilder):
            builder = brought.runtime_configuration_builder
            self.chains += builder.request_handler_chains
            self.before += builder.global_request_interceptors
            self.after += builder.global_response_interceptors
            self.excuses += builder.exception_handlers
            self.templates = TemplateFactory(builder.loaders, builder.renderer)
        elif isinstance(brought, GenericRequestHandlerChain):
            self.chains.append(brought)
        elif isinstance(brought, AbstractRequestHandler):
            self.chains.append(GenericRequestHandlerChain(brought))
        elif isinstance(brought, AbstractRequestInterceptor):
            self.before.append(brought)
        elif isinstance(brought, AbstractResponseInterceptor):
            self.after.append(brought)
        elif isinstance(brought, AbstractExceptionHandler):
            self.excuses.append(brought)

    def _prepared(self, handler_input: HandlerInput) -> Exception | None:
        try:
            for each in self.before:
                each.process(handler_input)
        except Exception as error:
            self._tell("request interceptor", error)
            return error
        return None

    def _able(self, handler_input: HandlerInput) -> GenericRequestHandlerChain | None:
        for chain in self.chains:
            try:
                if chain.request_handler.can_handle(handler_input):
                    return chain
            except Exception as error:
                self._tell("can_handle", error)
        return None

    def _handled(
        self, chain: GenericRequestHandlerChain, handler_input: HandlerInput, failure: Exception | None
    ) -> Response | None:
        try:
            if failure is not None:
                raise failure
            response = self._run(chain, handler_input)
        except Exception as error:
            response = self._excused(handler_input, error)
        for interceptor in self.after:
            try:
                interceptor.process(handler_input, response)
            except Exception as error:
                response = self._excused(handler_input, error)
        return response

    def _run(self, chain: GenericRequestHandlerChain, handler_input: HandlerInput) -> Response | None:
        for before in chain.request_interceptors:
            before.process(handler_input)
        response = _response(chain.request_handler.handle(handler_input))
        for after in chain.response_interceptors:
            after.process(handler_input, response)
        return response

    def _excused(self, handler_input: HandlerInput, error: Exception) -> Response | None:
        """Let the first exception handler that can answer in place of what raised; where none can, raise it again."""
        for each in self._excusing(handler_input, error):
            self._tell("handle", error)
            return _response(each.handle(handler_input, error))
        raise error

    def _excusing(self, handler_input: HandlerInput, error: Exception) -> Iterator[_Excuse]:
        for each in self.excuses:
            try:
                if each.can_handle(handler_input, error):
                    yield each
            except Exception as another:
                self._tell("exception handler", another)

    def _tell(self, where: str, error: Exception) -> None:
        log = structlog.get_logger(__name__)
        log.error("guest_failed", plugin=self.plugin, where=where, error=type(error).__name__)


def _instance(plugin: str, brought: object) -> object:
    if isinstance(brought, type) and issubclass(brought, KINDS):
        make: Callable[[], object] = brought
        try:
            return make()
        except Exception as error:
            raise PluginError(plugin, f"{brought.__name__} cannot be made: {type(error).__name__}: {error}") from error
    if isinstance(brought, KINDS):
        return brought
    raise PluginError(plugin, f"register_request_handlers gave {brought!r}, which is no ask-sdk handler")


def _response(found: object) -> Response | None:
    if found is None or isinstance(found, Response):
        return found
    raise TypeError(f"a handler returned a {type(found).__name__} where a Response was expected")
