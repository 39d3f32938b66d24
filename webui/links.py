"""Links from one search to the next: each is a request spelled as a URL."""

from dataclasses import replace
from urllib.parse import urlencode

from flask import url_for

from search.request import Mode, SearchRequest, Sort, Target


def search_link(request: SearchRequest) -> str:
    """Return the address of the results page that answers a request."""
    return _spelled("pages.results", request)


def record_link(request: SearchRequest) -> str:
    """Return the address of the same answer as JSON."""
    return _spelled("api.results", request)


def facet_link(value: str, facet: str, target: Target = "articles") -> str:
    """Return the address of everything under one facet value."""
    return search_link(SearchRequest(target=target).toggle(facet, value))


def speaker_link(speaker: str, target: Target = "articles") -> str:
    """Return the address of everything one person said."""
    return facet_link(speaker, "speaker", target)


def query_link(query: str, target: Target = "articles") -> str:
    """Return the address of a query on its own, without filters."""
    return search_link(SearchRequest(query=query, target=target))


def sorted_by(request: SearchRequest, sort: Sort) -> SearchRequest:
    """Return the request in another order, from its first page."""
    return replace(request, sort=sort, page=1)


def aimed_at(request: SearchRequest, target: Target) -> SearchRequest:
    """Return the request for articles or for quotes, from its first page."""
    return replace(request, target=target, page=1)


def reworded(request: SearchRequest, query: str) -> SearchRequest:
    """Return the request with another query and the same filters, from its first page."""
    return replace(request, query=query, page=1)


def wanting(request: SearchRequest, mode: Mode) -> SearchRequest:
    """Return the request for all of its words or for any, from its first page."""
    return replace(request, mode=mode, page=1)


def unfiltered(request: SearchRequest) -> SearchRequest:
    """Return the request without any filter, from its first page."""
    return replace(request, sources=(), speakers=(), dates=(), kinds=(), since=None, until=None, page=1)


def _spelled(endpoint: str, request: SearchRequest) -> str:
    address = url_for(endpoint)
    params = urlencode(request.to_params())
    return f"{address}?{params}" if params else address
