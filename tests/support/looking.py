"""What stands in a window, asked of the program many widgets at a time.

pyatspi asks for one thing of one widget and waits for the answer, which is most of what a
scenario does; here a whole level of the tree is asked at once.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from gi.repository import Atspi, Gio, GLib

PROPERTIES = "org.freedesktop.DBus.Properties"
ACCESSIBLE = "org.a11y.atspi.Accessible"
VISIBLE = 1 << Atspi.StateType.VISIBLE
FOCUSED = 1 << Atspi.StateType.FOCUSED
DEEPEST = 60
NAME, COUNT = (GLib.Variant("(ss)", (ACCESSIBLE, name)) for name in ("Name", "ChildCount"))

# Nothing is looked for inside these.
LEAVES = {"label", "image", "scroll bar", "list item", "page tab", "entry", "text", "separator", "icon", "spin button",
          "check box", "switch", "progress bar", "static"}

_bus = None
_roles = {}


def bus():
    """The bus that programs tell assistive technology of themselves on."""
    global _bus
    if _bus is None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        _bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
    return _bus


def ask(program, questions):
    """The answers to (path, interface, method, arguments), in their order; None where there was none."""
    connection = bus()
    context = GLib.MainContext.default()
    answers = [None] * len(questions)
    waiting = len(questions)

    def answered(connection, result, index):
        nonlocal waiting
        waiting -= 1
        try:
            answers[index] = connection.call_finish(result).unpack()[0]
        except GLib.GError:  # it went away while it was looked at
            pass

    for index, (path, interface, method, arguments) in enumerate(questions):
        connection.call(program, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 20000, None,
                        answered, index)
    while waiting:
        context.iteration(True)
    return answers


class Seen:
    """A widget as it was when it was looked at."""
    __slots__ = ("path", "way", "role", "name", "visible", "focused", "held", "children")

    def __init__(self, path, way):
        self.path = path
        self.way = way  # which child of which, from the top
        self.role = self.name = None
        self.visible = self.focused = False
        self.held = 0  # how many stand in it
        self.children = []


def _tell(program, level):
    """Fills in what each is. A widget keeps its role; the other things change."""
    new = [seen for seen in level if seen.path not in _roles]
    for seen, role in zip(new, ask(program, [(seen.path, ACCESSIBLE, "GetRole", None) for seen in new])):
        if role is not None:
            _roles[seen.path] = Atspi.role_get_name(Atspi.Role(role))
    answers = ask(program, [(seen.path,) + question for seen in level
                            for question in ((ACCESSIBLE, "GetState", None), (PROPERTIES, "Get", COUNT))])
    for index, seen in enumerate(level):
        states, held = answers[index * 2:index * 2 + 2]
        seen.role = _roles.get(seen.path)
        # GTK 4.8 says of windows only that they are showing; of what is in them, that it is visible
        all_states = states[0] | states[1] << 32 if states else 0
        seen.visible = bool(seen.role and all_states & VISIBLE)
        seen.focused = bool(all_states & FOCUSED)
        seen.held = held or 0


def _ask_children(program, level):
    """What stands in each. One by one: GTK 4.8 leaves the pages of a stack out of a whole list of children,
    and where a widget stands in its parent is not always what it says itself."""
    places = [(seen, place) for seen in level for place in range(seen.held)]
    answers = ask(program, [(seen.path, ACCESSIBLE, "GetChildAtIndex", GLib.Variant("(i)", (place,)))
                            for seen, place in places])
    for (seen, place), answer in zip(places, answers):
        if answer is not None and answer[0]:
            seen.children.append(Seen(answer[1], seen.way + (place,)))
    return [child for seen in level for child in seen.children]


def _in_order(seen, kept):
    if seen.visible:
        kept.append(seen)
        for child in seen.children:
            _in_order(child, kept)
    return kept


def look(top, deep=False):
    """What is visible in a widget, itself first, as one reads; in the parts of a row too if deep."""
    program = top.app.bus_name
    first = Seen(top.path, ())
    level = [first]
    while level and len(level[0].way) <= DEEPEST:
        _tell(program, level)
        level = _ask_children(program, [seen for seen in level if seen.visible and (
            seen is first or deep or seen.role not in LEAVES)])
    return _in_order(first, [])


def tell_names(top, those):
    """Asks for the names of some of what was seen."""
    answers = ask(top.app.bus_name, [(seen.path, PROPERTIES, "Get", NAME) for seen in those])
    for seen, name in zip(those, answers):
        seen.name = name


def reach(top, seen):
    """The widget that was seen, to be used; None if it is no longer where it was."""
    try:
        widget = top
        for place in seen.way:
            widget = widget.getChildAtIndex(place)
            if widget is None:
                return None
        return widget if widget.path == seen.path else None
    except GLib.GError:
        return None
