/* hs-page-wall.c: pages that stand in front of the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A site that takes a reader for a robot, or wants consent first, answers with a
 * page that is no article. Kept as one, it would be analysed as what the outlet
 * says. Only short pages can be such: an article about robots is longer.
 */
#include "hs-page-wall.h"

#include <string.h>

#include "hs-boilerplate.h"
#include "hs-error.h"

/* Words of prose that no wall has. */
#define ARTICLE_WORDS 250

static const struct
{
  const char *pattern;
  const char *message;
} walls[] = {
  { "just a moment\\.\\.\\.|attention required!|checking (?:if the site connection is secure|your browser)"
    "|verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)\\?|i['’]?m not a robot|you are not a "
    "(?:robot|bot)|unusual (?:traffic|activity) from your|pardon our interruption|request unsuccessful\\. incapsula"
    "|enable javascript and cookies to continue|ddos protection by|(?:solve|complete) (?:the|this) (?:captcha"
    "|security check)|automated (?:requests|access|queries)|access (?:to this page has been )?denied|bist du ein mensch"
    "|sind sie ein (?:mensch|roboter)|ungewöhnliche(?:n|r)? (?:datenverkehr|aktivität)|vérifi(?:er|cation) que vous "
    "(?:êtes|n['’]êtes pas)|no eres un robot",
    "The site took the request for a robot's and showed a test instead of the page." },
  { "before you continue|we (?:value|respect|care about) your privacy|we and our (?:\\d+ )?(?:partners|third)|(?:accept"
    "|reject) all cookies|accept all (?:and|&)|manage (?:your )?(?:privacy|cookie|consent)|your (?:privacy|cookie) "
    "(?:choices|settings|preferences)|we use cookies|uses? cookies (?:to|and|for)|consent to the (?:use|storage"
    "|processing)|store and/or access information on a device|wir (?:verwenden|nutzen|benötigen ihre) (?:cookies"
    "|zustimmung|einwilligung)|mit werbung (?:weiter)?lesen|alle (?:cookies )?akzeptieren|zustimmen und weiter|nous "
    "(?:utilisons|respectons)|tout accepter|continuer sans accepter|utilizamos cookies|aceptar (?:todo|todas|y "
    "continuar)|utilizziamo i cookie|accetta tutt[io]",
    "The site asks for consent to cookies before it shows the page." },
  { "subscribe (?:now |today )?to (?:continue|keep|read|unlock)|to (?:continue|keep) reading|(?:article|story|content) "
    "is (?:only |exclusively )?(?:available )?(?:for|to) (?:our )?(?:paying )?(?:subscribers|members)|already (?:a "
    ")?(?:subscriber|subscribed|member)|subscribers? only|become a subscriber|unlock (?:this|the) (?:article|story)"
    "|(?:log|sign) in to (?:continue|read)|you have reached your (?:limit|free)|(?:weiterlesen|lesen) mit|nur für "
    "abonnenten|jetzt (?:abo|abonnieren)|diesen artikel (?:weiter)?lesen|bereits abonnent|réservé aux abonnés|déjà "
    "abonné|(?:contenido|artículo) exclusivo para su(?:s|scriptores)|solo per (?:gli )?abbonati",
    "Only subscribers may read the page; there is nothing of the article in it." },
};
enum
{
  ROBOT,
  CONSENT,
  PAYWALL,
  N_WALLS
};

static gboolean
matches (guint       i,
         const char *text)
{
  static GRegex *regexes[N_WALLS];
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint k = 0; k < N_WALLS; k++)
        regexes[k] = g_regex_new (walls[k].pattern, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&done, 1);
    }
  return text != NULL && g_regex_match (regexes[i], text, 0, NULL);
}

/* What is left of the page when every block that speaks of the wall is taken away. */
static void
weigh (const HsDocument *document,
       guint             wall,
       guint            *speaking,
       guint            *others)
{
  *speaking = *others = 0;
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);
      g_autofree char *words = g_strndup (document->text + block->span.start, block->span.end - block->span.start);
      guint n = hs_text_count_words (words, strlen (words));

      if (matches (wall, words))
        *speaking += n;
      else if (block->kind != HS_BLOCK_BOILERPLATE && block->kind != HS_BLOCK_HEADLINE && n >= 12)
        *others += n;
    }
}

/**
 * hs_page_check_wall:
 * @document: what was read in a page
 * @page_title: (nullable): what its `<title>` says
 * @error: return location for an error
 *
 * Returns: %TRUE where it is an article, or the beginning of one; %FALSE with
 *   %HS_ERROR_EMPTY where it is a test for robots, a question for consent or
 *   nothing but an offer to subscribe
 */
gboolean
hs_page_check_wall (const HsDocument  *document,
                    const char        *page_title,
                    GError           **error)
{
  if (hs_text_count_words (document->text, MIN (document->length, 20000)) > ARTICLE_WORDS)
    return TRUE;
  for (guint i = 0; i < N_WALLS; i++)
    {
      gboolean titled = i == ROBOT && matches (i, page_title);
      guint speaking, others;

      weigh (document, i, &speaking, &others);
      /* a paywall shows the first lines, which are the article's */
      if ((titled && others < 60) || (speaking > 0 && (i == PAYWALL ? others == 0 : 2 * others <= speaking)))
        {
          g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, walls[i].message);
          return FALSE;
        }
    }
  return TRUE;
}
