/* hs-command.h: what the commands share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "hs-document.h"

G_BEGIN_DECLS

/* Exit statuses of every command. */
#define HS_EXIT_DONE 0
#define HS_EXIT_FAILED 1
#define HS_EXIT_USAGE 2

/**
 * HsOptions:
 *
 * The options of a command line, after parsing; each command takes those that
 * its description names and refuses the rest.
 */
typedef struct
{
  char *library;
  gboolean json;
  gboolean all;
  gboolean jsonl;
  gboolean parts;
  char *files_from;
  char *base;
  char *content_type;
  char *format;
  char *output;
  char *title;
  char *folder;
  char **arguments;      /* what is left, without the command's name */
} HsOptions;

typedef enum
{
  HS_TAKES_LIBRARY = 1 << 0,
  HS_TAKES_JSON = 1 << 1,
  HS_TAKES_FILES = 1 << 2,  /* --jsonl, --files-from */
  HS_TAKES_PAGE = 1 << 3,   /* --base, --content-type */
  HS_TAKES_OUTPUT = 1 << 4, /* --format, --output */
  HS_TAKES_ALL = 1 << 5,    /* --all */
  HS_TAKES_FEEDS = 1 << 6,  /* --title, --folder, --output */
  HS_TAKES_PARTS = 1 << 7   /* --parts */
} HsTakes;

typedef struct
{
  const char *name;
  const char *parameters;
  const char *summary;
  const char *description;
  HsTakes takes;
  int (*run) (const HsOptions *options);
} HsCommand;

int         hs_command_import  (const HsOptions *options);
int         hs_command_refresh (const HsOptions *options);
int         hs_command_list    (const HsOptions *options);
int         hs_command_show    (const HsOptions *options);
int         hs_command_extract (const HsOptions *options);
int         hs_command_analyse (const HsOptions *options);
int         hs_command_export  (const HsOptions *options);
int         hs_command_feeds   (const HsOptions *options);
int         hs_command_parse_feed (const HsOptions *options);

const HsCommand *hs_command_find (const char      *name);
int         hs_command_main    (const HsCommand *command,
                                int              argc,
                                char           **argv);
void        hs_command_list_all (GString        *out);

char       *hs_command_plain   (const char      *text,
                                gboolean         lines);
void        hs_command_complain (const char     *subject,
                                 const char     *message);
int         hs_command_usage   (const char      *format,
                                ...) G_GNUC_PRINTF (1, 2);
GPtrArray  *hs_command_files   (const HsOptions *options,
                                GError         **error);
GBytes     *hs_command_load    (const char      *file,
                                GError         **error);
GPtrArray  *hs_command_read    (const HsOptions *options,
                                const char      *file,
                                GError         **error);
void        hs_command_print   (JsonObject      *object,
                                gboolean         pretty);

G_END_DECLS
