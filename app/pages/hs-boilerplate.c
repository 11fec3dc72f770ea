/* hs-boilerplate.c: lines that are about the site, not about the story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shallow cues, in the spirit of Kohlschütter, Fankhauser and Nejdl,
 * "Boilerplate Detection using Shallow Text Features" (WSDM 2010): the words a
 * site uses of itself, the length of the line, and whether it is a sentence.
 * A sentence of the story must not be lost, so a cue by itself marks a line
 * only where it begins the line or fills most of it.
 */
#include "hs-boilerplate.h"

#include <string.h>

/* A line longer than this many characters is never marked for one cue. */
#define LONG_LINE 420

typedef struct
{
  HsLineLook look;
  const char *pattern;
  enum
  {
    ANY,
    APPEAL,   /* speaks to the reader: only where it says "us" or "you", and nobody is quoted */
    FRAGMENT, /* only where it is no sentence */
  } where;
} Rule;

/* All are matched without regard to case against the whole line. */
static const Rule rules[] = {
  /* a meter, a counter, a share count: figures without a word of story */
  { HS_LINE_BOILERPLATE, "^[$€£¥]?\\s*[\\d.,\\s]+\\s*(?:[$€£¥%]|usd|eur|gbp)?$" },
  { HS_LINE_BOILERPLATE,
    "^[$€£¥]?\\s*[\\d.,]+\\s*[$€£¥]?\\s*(?:raised|of|/)\\s*[$€£¥]?\\s*[\\d.,]+\\s*[$€£¥]?(?:\\s+(?:goal|raised))?$" },
  { HS_LINE_BOILERPLATE,
    "^[\\d.,]+k?\\s+(?:comments?|shares?|views?|likes?|retweets?|replies|followers|subscribers)$" },
  /* onward links within a text */
  { HS_LINE_BOILERPLATE, "^(?:[>»►•*\\s-]*)(?:read (?:more|also|next|the full|it on)|also read|see also|related(?: "
                         "(?:news|stories|story|articles?|posts?|content|coverage|topics?))?|recommended(?: for you)?"
                         "|more on this(?: story)?|don['’]t miss|must read|you (?:may|might) (?:also )?(?:like|be "
                         "interested in)|watch(?: now| also| more)?|listen(?: now| to this article)?|click (?:here|to)"
                         "|tap (?:here|to)|continue reading|keep reading|previous (?:article|post)|next (?:article"
                         "|post)|back to (?:top|home)|in pictures|in case you missed it)\\s*(?:[:>»–—-].*|$)" },
  { HS_LINE_BOILERPLATE, "^(?:\\(?click|\\(?tap) (?:here )?(?:to|on|for)\\b.{0,80}$" },
  { HS_LINE_LIST_HEAD, "^(?:more (?:from|on|about|by|stories|news|in)\\b|related (?:articles?|stories|posts?|news"
                       "|content|coverage|links?)\\b|latest (?:news|stories|articles)\\b|most (?:read|popular|viewed"
                       "|shared)\\b|trending(?: now)?\\b|top stories\\b|popular (?:posts|stories|news|now)\\b|other "
                       "(?:news|stories)\\b|you may also like|you might also like|recommended\\b|read (?:more|also"
                       "|next)\\b|see also\\b|editor['’]?s['’]? (?:picks?|choice)\\b|further reading\\b|from (?:around "
                       ")?the web\\b|sponsored\\b|promoted\\b).{0,60}$" },
  /* the same in other languages */
  { HS_LINE_BOILERPLATE, "^(?:[>»►•*→\\s-]*)(?:lesen sie (?:auch|mehr|hier|dazu)|lies auch|auch (?:interessant"
                         "|lesenswert)|mehr (?:zum thema|dazu|themen|lesen)|zum weiterlesen|weiterlesen|siehe auch"
                         "|schon gelesen\\?|das könnte (?:sie|dich|euch) (?:auch )?interessieren|(?:[àa] )?lire "
                         "(?:aussi|également)|voir aussi|à voir aussi|lea? también|lea también|leer más|puedes ver|te "
                         "puede interesar|le puede interesar|ver más|mira también|leggi anche|guarda anche|potrebbe "
                         "interessarti|leia (?:também|mais)|veja (?:também|mais)|saiba mais|lees (?:ook|meer|verder)"
                         "|bekijk ook|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|läs (?:också"
                         "|även|mer)|lue myös|les også|læs også|читайте также|читать также|смотрите также|по теме|اقرأ "
                         "أيضا|شاهد أيضا)\\s*(?:[:>»?!–—…-].*|$)" },
  { HS_LINE_LIST_HEAD, "^(?:weitere (?:artikel|themen|beiträge|nachrichten|meldungen|informationen zum)|mehr (?:zu|aus"
                       "|von|über|artikel|nachrichten|beiträge)|auch auf \\S+|ähnliche (?:artikel|beiträge)|verwandte "
                       "(?:artikel|themen|beiträge)|articles? (?:liés|similaires|connexes)|sur le même sujet|noticias "
                       "relacionadas|artículos relacionados|más (?:noticias|sobre)|articoli correlati|altri articoli"
                       "|notícias relacionadas|mais (?:lidas|notícias)|gerelateerd|powiązane|relaterade)\\b.{0,60}$" },
  /* appeals: money, subscription, newsletter */
  { HS_LINE_BOILERPLATE, "^(?:please |kindly )?(?:subscribe|donate|sign up|sign in|log in|register|join (?:us|our|the)"
                         "|support (?:us|our|independent|quality)|help us|become a (?:member|patron|supporter"
                         "|subscriber)|follow us|like us|find us|share (?:this|on|via|with)|get (?:our|the latest"
                         "|breaking|unlimited)|download (?:our|the)|contact us|write (?:to|for) us|send (?:us|your)"
                         "|buy us|make a (?:donation|contribution)|enter your (?:e-?mail|name)|enjoy(?:ed|ing)? (?:this"
                         "|our|what)|try (?:it|us) (?:free|now))\\b" },
  { HS_LINE_BOILERPLATE, "\\b(?:consider (?:helping|supporting|donating|subscribing|making|becoming)|(?:funded"
                         "|supported|financed) (?:primarily |entirely |solely |mainly )?by (?:our )?(?:readers|viewers"
                         "|listeners|donations)|subscribe (?:and|to (?:our|the)|now|today|here)|donate (?:and|to|now"
                         "|today|here|via)|support (?:us|our (?:work|journalism|site|reporting))|(?:our|the|free|daily"
                         "|weekly) newsletters?\\b.{0,40}\\b(?:inbox|subscribe|sign)|(?:subscribe|sign "
                         "up)\\b.{0,40}\\bnewsletters?|your (?:donation|contribution)s?\\b|your support (?:helps|keeps"
                         "|makes|allows|means)|via paypal|on patreon|buy (?:us|me) a coffee|do you like (?:this|our)"
                         "|did you (?:like|enjoy) (?:this|our)|turn off your ad ?blocker|disable your ad ?blocker|push "
                         "notifications)\\b", APPEAL },
  /* sharing and following */
  { HS_LINE_BOILERPLATE, "^(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|e-?mail|print|share|tweet"
                         "|save|copy link|pocket|tumblr|vk|viber|messenger|instagram|youtube|tiktok|flipboard|wechat"
                         "|weibo|line|mastodon|bluesky|threads|rss|comments?|reply|menu|search|home|close|next|previous"
                         "|loading\\.*|advertis(?:e)?ment|sponsored|promoted|live|video|photos?|gallery|tags?|topics?"
                         "|categories|subscribe|skip to (?:main )?content|editorial team|editorial staff|newsroom"
                         "|admin)(?:\\s*[,|/·•+&]\\s*.{0,60})?[.:]?$", FRAGMENT },
  { HS_LINE_BOILERPLATE, "\\b(?:follow|like|find|join|visit|subscribe to|share (?:this|it|on)|connect "
                         "with)\\b.{0,80}\\b(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|instagram|youtube"
                         "|tiktok|google (?:news|play)|app ?store)\\b.*\\b(?:facebook|twitter|pages?|channels?|whatsapp"
                         "|telegram|linkedin|reddit|instagram|youtube|tiktok|feedly|app ?store|google ?play|news)\\b" },
  { HS_LINE_BOILERPLATE, "^(?:follow|like|find) (?:us|me|him|her|them|the author|@\\w+)\\b" },
  { HS_LINE_BOILERPLATE, "^follow @?[\\w .'’-]{2,40} on (?:twitter|facebook|instagram|x|telegram|linkedin)\\b" },
  { HS_LINE_BOILERPLATE, "\\b(?:write and send|send us|submit) (?:us )?(?:your|an?) (?:article|story|stories|tips?|news"
                         "|letters?|photos?|videos?)\\b" },
  /* the machinery of the site */
  { HS_LINE_BOILERPLATE, "^powered by\\b.{0,60}$" },
  { HS_LINE_BOILERPLATE, "^(?:©|\\(c\\)|copyright\\s*(?:©|\\(c\\)|\\d{4}|by\\b|notice))" },
  { HS_LINE_BOILERPLATE, "\\ball rights reserved\\b" },
  { HS_LINE_BOILERPLATE, "\\b(?:this (?:site|website|page|blog) uses (?:cookies|akismet)|we use cookies|accept (?:all "
                         ")?cookies|cookie (?:policy|settings|preferences)|privacy policy|terms (?:of (?:use|service)"
                         "|and conditions)|uses akismet)\\b" },
  { HS_LINE_BOILERPLATE, "^(?:this (?:article|post|story|content) (?:was|is|has been) (?:originally |first "
                         ")?(?:published|posted|syndicated|republished|reposted)\\b|(?:the )?(?:views|opinions) (?:and "
                         "opinions )?expressed\\b|reproduction (?:of|without)|reprinted with permission|this material "
                         "may not be published)" },
  { HS_LINE_BOILERPLATE, "^(?:filed under|tagged(?: with| as)?|tags|posted in|categories|category|topics|keywords"
                         "|labels)\\s*:" },
  { HS_LINE_BOILERPLATE, "^(?:image|images|photo|photos|picture|video)?\\s*(?:may be subject to copyright|loading|is "
                         "loading).{0,20}$" },
  { HS_LINE_BOILERPLATE, "^(?:please )?(?:enable|turn on) javascript\\b|javascript (?:is|must be) (?:disabled|enabled"
                         "|required)" },
  { HS_LINE_BOILERPLATE, "^\\[?(?:advertisement|story continues below(?: advertisement)?|article continues (?:below"
                         "|after)(?: (?:this )?ad(?:vertisement)?)?|sponsored content|ad feedback)\\]?$" },
  { HS_LINE_BOILERPLATE, "^(?:>>|<<|»|►|▶|➤|→|👉).{2,120}(?:<<|«|◄|◀|←)?$" },
  { HS_LINE_BOILERPLATE, "^https?://\\S+$" },
  { HS_LINE_BOILERPLATE, "^\\d+ min(?:ute)?s? read$|^(?:reading time|estimated reading time)\\b" },
  { HS_LINE_BOILERPLATE, "\\b(?:responsive design)\\b.{0,120}\\b(?:devices?|browsers?)\\b" },
  /* comments: nothing after this is story */
  { HS_LINE_TAIL, "^(?:leave a (?:comment|reply)|post a comment|add a comment|write a comment|join the (?:conversation"
                  "|discussion)|comments? are closed|be the first to comment|your e-?mail address will not be published"
                  "|\\d+ (?:comments?|responses?|thoughts?)(?: (?:on|to) .*)?|comments? \\(\\d+\\)|show comments|view "
                  "comments|load comments|notify me of (?:new|follow-?up))\\b.{0,120}$" },
};

static GRegex *regexes[G_N_ELEMENTS (rules)];
/* Any of those that begin the line, and any of the others: most lines are
 * story, and two looks tell. */
static GRegex *any_beginning;
static GRegex *any_inside;

static GRegex *
compile_any (gboolean beginning)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if ((*rules[i].pattern == '^') == beginning)
      g_string_append_printf (all, "%s(?:%s)", all->len > 0 ? "|" : "", rules[i].pattern);
  regex = g_regex_new (all->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
  g_assert_no_error (error);
  return regex;
}

static void
compile_rules (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  any_beginning = compile_any (TRUE);
  any_inside = compile_any (FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;

      regexes[i] = g_regex_new (rules[i].pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
      g_assert_no_error (error);
    }
  g_once_init_leave (&done, 1);
}

/**
 * hs_text_count_words:
 * @line: UTF-8
 * @length: its bytes
 *
 * Returns: the runs between white space
 */
guint
hs_text_count_words (const char *line,
                     gsize       length)
{
  gboolean inside = FALSE;
  guint n = 0;

  for (const char *p = line; p < line + length; p = g_utf8_next_char (p))
    {
      gboolean space = (guchar) *p < 0x80 ? g_ascii_isspace (*p) : g_unichar_isspace (g_utf8_get_char (p));

      n += !space && !inside;
      inside = !space;
    }
  return n;
}

/**
 * hs_text_ends_sentence:
 * @line: UTF-8
 * @length: its bytes
 *
 * Returns: whether the last character but closing marks ends a sentence
 */
gboolean
hs_text_ends_sentence (const char *line,
                       gsize       length)
{
  const char *p = line + length;

  while (p > line)
    {
      gunichar c;

      p = g_utf8_find_prev_char (line, p);
      if (p == NULL)
        return FALSE;
      c = g_utf8_get_char (p);
      if (g_unichar_isspace (c) || c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019
          || c == 0xBB || c == 0x201C)
        continue;
      return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x3002 || c == 0xFF01
             || c == 0xFF1F || c == 0x061F || c == 0x06D4 || c == 0x0964;
    }
  return FALSE;
}

/* "Support us": the site to its reader, not somebody who is quoted saying so. */
static gboolean
speaks_to_reader (const char *line)
{
  static GRegex *regex = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("\\b(?:us|our|we|you|your|me|my)\\b", G_REGEX_CASELESS, 0, NULL));
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB || c == 0x201E)
        return FALSE;
    }
  return g_regex_match (regex, line, 0, NULL);
}

/**
 * hs_boilerplate_look:
 * @line: UTF-8 without white space at either end
 * @length: its bytes
 *
 * Returns: what the line looks like by itself
 */
HsLineLook
hs_boilerplate_look (const char *line,
                     gsize       length)
{
  g_autofree char *copy = NULL;
  gboolean sentence, is_long, may_match;

  g_return_val_if_fail (line != NULL, HS_LINE_STORY);

  compile_rules ();
  if (length == 0 || length > LONG_LINE * 8)
    return HS_LINE_STORY;
  is_long = g_utf8_strlen (line, length) > LONG_LINE;
  copy = g_strndup (line, length);
  may_match = g_regex_match (any_beginning, copy, 0, NULL) || (!is_long && g_regex_match (any_inside, copy, 0, NULL));
  sentence = may_match && hs_text_ends_sentence (line, length) && hs_text_count_words (line, length) > 5;
  for (guint i = 0; may_match && i < G_N_ELEMENTS (rules); i++)
    {
      if (sentence && (rules[i].look == HS_LINE_LIST_HEAD || rules[i].where == FRAGMENT))
        continue;
      /* a long line only by its first words */
      if (is_long && *rules[i].pattern != '^')
        continue;
      if (!g_regex_match (regexes[i], copy, 0, NULL))
        continue;
      if (rules[i].where == APPEAL && !speaks_to_reader (copy))
        continue;
      return rules[i].look;
    }
  return hs_text_ends_sentence (line, length) ? HS_LINE_STORY : HS_LINE_FRAGMENT;
}
