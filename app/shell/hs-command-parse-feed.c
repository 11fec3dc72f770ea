/* hs-command-parse-feed.c: what a feed says, as JSON Feed 1.1
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-command.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "hs-contract.h"
#include "hs-feed-json.h"

/* One feed on its way out. Entries are printed as they are read, so that a feed
 * of any length takes no more memory than its bytes. */
typedef struct
{
  const char *file;
  gboolean json;
  gboolean pretty;
  const char *indent;  /* of the feed's own brackets */
  const char *before;  /* what stands before it, if anything is printed */
  guint entries;
} Printing;

/* Without its outer brackets, each line as far in as it belongs. */
static void
print_members (JsonObject *object,
               Printing   *self)
{
  g_autofree char *text = hs_contract_print (object, self->pretty);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint last = g_strv_length (lines) - 1;

  if (!self->pretty)
    {
      g_autofree char *inside = g_strndup (text + 1, strlen (text) - 2);

      fputs (inside, stdout);
      return;
    }
  for (guint i = 1; i < last; i++)
    printf ("%s%s%s", i > 1 ? "\n" : "", self->indent, lines[i]);
}

static void
print_head (Printing *self)
{
  g_autoptr (JsonObject) head = json_object_new ();

  json_object_set_string_member (head, "version", HS_FEED_JSON_VERSION);
  json_object_set_string_member (head, "file", self->file);
  fputs (self->before, stdout);
  printf ("%s{%s", self->pretty ? self->indent : "", self->pretty ? "\n" : "");
  print_members (head, self);
  printf (self->pretty ? ",\n%s  \"items\" : [" : ",%s\"items\":[", self->pretty ? self->indent : "");
}

static void
print_indented (JsonObject *object,
                Printing   *self)
{
  g_autofree char *text = hs_contract_print (object, self->pretty);
  g_auto (GStrv) lines = NULL;

  if (!self->pretty)
    {
      fputs (text, stdout);
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    printf ("\n%s    %s", self->indent, lines[i]);
}

/* "2026-03-09  Title", and where it leads. */
static void
print_line (const HsFeedEntry *entry)
{
  const char *date = entry->published != NULL ? entry->published : entry->modified;
  g_autofree char *title = hs_feed_text_to_plain (entry->title);
  g_autofree char *plain = hs_command_plain (title != NULL ? title : _ ("(untitled)"), FALSE);
  g_autofree char *address = hs_command_plain (entry->url != NULL ? entry->url : "", FALSE);

  g_print ("%-10.10s  %s\n", date != NULL ? date : "", plain);
  if (*address != '\0')
    g_print ("            %s\n", address);
}

static gboolean
take_entry (HsFeedEntry *entry,
            gpointer     data)
{
  Printing *self = data;
  g_autoptr (HsFeedEntry) owned = entry;

  if (!self->json)
    print_line (entry);
  else
    {
      g_autoptr (JsonObject) item = hs_feed_json_entry (entry);

      if (self->entries == 0)
        print_head (self);
      else
        putchar (',');
      print_indented (item, self);
    }
  self->entries++;
  return TRUE;
}

static void
print_tail (Printing     *self,
            const HsFeed *feed)
{
  g_autoptr (JsonObject) rest = hs_feed_json_feed (feed);

  if (self->entries == 0)
    print_head (self);
  if (self->pretty)
    printf ("%s%s],\n", self->entries > 0 ? "\n" : "", self->entries > 0 ? self->indent : "");
  else
    fputs ("],", stdout);
  print_members (rest, self);
  if (self->pretty)
    printf ("\n%s}", self->indent);
  else
    putchar ('}');
}

static void
print_summary (const HsFeed *feed,
               guint         entries)
{
  g_autofree char *title = hs_feed_text_to_plain (feed->title);
  g_autofree char *plain = hs_command_plain (title != NULL ? title : _ ("(untitled)"), FALSE);
  g_autofree char *home = hs_command_plain (feed->home_url != NULL ? feed->home_url : "", FALSE);

  g_print ("\n%s\n", plain);
  if (*home != '\0')
    g_print ("%s\n", home);
  g_print (g_dngettext (NULL, "%s, %s, %u entry\n", "%s, %s, %u entries\n", entries),
           hs_feed_format_to_nick (feed->format), feed->encoding != NULL ? feed->encoding : "?", entries);
  for (guint i = 0; i < feed->errors->len; i++)
    g_print ("! %s\n", (const char *) g_ptr_array_index (feed->errors, i));
}

static gboolean
parse_one (const HsOptions *options,
           Printing        *self,
           GError         **error)
{
  g_autoptr (GBytes) bytes = hs_command_load (self->file, error);
  g_autoptr (HsFeed) feed = NULL;

  if (bytes == NULL)
    return FALSE;
  feed = hs_feed_parse (bytes, options->content_type, options->base, take_entry, self, error);
  if (feed == NULL)
    return FALSE;
  if (self->json)
    print_tail (self, feed);
  else
    print_summary (feed, self->entries);
  return TRUE;
}

/**
 * hs_command_parse_feed:
 * @options: the options
 *
 * One file gives one object; several give an object with `feeds`, or with
 * `--jsonl` a line each. Without either, a list to read.
 *
 * Returns: the exit status
 */
int
hs_command_parse_feed (const HsOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = hs_command_files (options, &error);
  gboolean many = options->json && !options->jsonl;
  int status = HS_EXIT_DONE;
  guint printed = 0;

  if (files == NULL)
    {
      hs_command_complain (options->files_from, error->message);
      return HS_EXIT_FAILED;
    }
  if (files->len == 0)
    return hs_command_usage (_ ("“parse-feed” needs at least one file."));
  many = many && files->len > 1;
  if (many)
    printf ("{\n  \"version\" : %d,\n  \"feeds\" : [", HS_CONTRACT_VERSION);
  for (guint i = 0; i < files->len; i++)
    {
      Printing printing = { g_ptr_array_index (files, i), options->json || options->jsonl, !options->jsonl,
                            many ? "    " : "", many ? (printed > 0 ? ",\n" : "\n") : "", 0 };

      if (parse_one (options, &printing, &error))
        {
          printed++;
          if (!many && printing.json)
            putchar ('\n');
          fflush (stdout);
          continue;
        }
      hs_command_complain (printing.file, error->message);
      g_clear_error (&error);
      status = HS_EXIT_FAILED;
    }
  if (many)
    printf ("%s%s]\n}\n", printed > 0 ? "\n" : "", printed > 0 ? "  " : "");
  return status;
}
