"""A desktop for tests: it notes what it is asked to show, and clicks it.

Owns the names of the daemon of notifications and of the window on the session bus. Each
line of the file it is given, which is there when both are owned, is one call: a
notification, or the action that the window is asked for once the notification was
clicked.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import sys

from gi.repository import Gio, GLib

NOTIFICATIONS = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""
WINDOW = """<node><interface name="org.freedesktop.Application">
<method name="ActivateAction"><arg type="s" direction="in"/><arg type="av" direction="in"/>
<arg type="a{sv}" direction="in"/></method>
</interface></node>"""
NAMES = {"org.freedesktop.Notifications": ("/org/freedesktop/Notifications", NOTIFICATIONS),
         "io.github.hearsay.Hearsay": ("/io/github/hearsay/Hearsay", WINDOW)}
owned = set()


def note(**line):
    with open(sys.argv[1], "a", encoding="utf-8") as out:
        out.write(json.dumps(line) + "\n")


def click(bus):
    bus.emit_signal(None, "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "ActionInvoked",
                    GLib.Variant("(us)", (1, "default")))
    return GLib.SOURCE_REMOVE


def called(bus, sender, path, interface, method, parameters, invocation):
    if method == "Notify":
        _app, _replaces, _icon, title, body, actions, _hints, _timeout = parameters.unpack()
        note(title=title, body=body, actions=actions)
        invocation.return_value(GLib.Variant("(u)", (1,)))
        GLib.timeout_add(200, click, bus)
    elif method == "ActivateAction":
        name, values, _platform = parameters.unpack()
        note(action=name, values=values)
        invocation.return_value(None)
    elif method == "GetCapabilities":
        invocation.return_value(GLib.Variant("(as)", (["actions", "body"],)))
    elif method == "GetServerInformation":
        invocation.return_value(GLib.Variant("(ssss)", ("desktop", "hearsay", "1", "1.2")))
    else:
        invocation.return_value(None)


def acquired(bus, name):
    path, interface = NAMES[name]
    bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(interface).interfaces[0], called, None, None)


def own(_bus, name):
    owned.add(name)
    if len(owned) == len(NAMES):
        open(sys.argv[1], "a", encoding="utf-8").close()


def main():
    loop = GLib.MainLoop()
    for name in NAMES:
        Gio.bus_own_name(Gio.BusType.SESSION, name, Gio.BusNameOwnerFlags.NONE, acquired, own, None)
    loop.run()


main()
