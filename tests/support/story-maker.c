/* story-maker.c: stories with known beginnings, made from a seed
 *
 * A story has one to four beginnings: an interview that somebody gave to one
 * outlet, or what an outlet saw for itself. Others retell it in other words
 * and another order, with the name spelled otherwise, copy it, quote a line
 * of it, leave out where they have it from; somebody else may deny it. What
 * rests on what is known because it was made so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "story-maker.h"

#include <string.h>

#include "story-maker-words.h"

#define MOST_ORIGINS 4

typedef struct
{
  char *name;                      /* (owned) */
  char *family;                    /* (owned) */
  char *role;                      /* (owned) */
  char *outlet;                    /* (owned): who was told it */
  guint claims[MADE_N_CLAIMS];     /* which, in the order they were said */
  guint n_claims;
  gboolean seen;                   /* nobody is quoted */
  gboolean denies;                 /* the first claim of another */
  gboolean again;                  /* the first speaker's, to another outlet */
} Beginning;

typedef struct
{
  GRand *rand;
  const MadeEvent *event;
  Beginning beginnings[MOST_ORIGINS];
  guint n_beginnings;
  GHashTable *taken;               /* outlets and names in use */
} Maker;

const char *
made_kind_get_name (MadeKind kind)
{
  static const char *const names[MADE_N_KINDS] = { "original", "retold", "reposted", "excerpted", "unnamed",
                                                   "contradicted", "firsthand" };

  return names[kind];
}

static guint
below (Maker *self,
       guint  n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static gboolean
chance (Maker *self,
        guint  percent)
{
  return below (self, 100) < percent;
}

/* "[a|b] c" to "a c" or "b c". */
static char *
say (Maker      *self,
     const char *pattern)
{
  GString *out = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++)
    if (*p == '[')
      {
        const char *end = strchr (p, ']');
        g_autofree char *inner = g_strndup (p + 1, end - p - 1);
        g_auto (GStrv) choices = g_strsplit (inner, "|", -1);

        g_string_append (out, choices[below (self, g_strv_length (choices))]);
        p = end;
      }
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

static char *
capital (char *text)
{
  if (text[0] >= 'a' && text[0] <= 'z')
    text[0] = g_ascii_toupper (text[0]);
  return text;
}

/* Two times the same outlet or family would blur what rests on what. */
static char *
pick_unused (Maker      *self,
             char      *(*make) (Maker *self))
{
  for (;;)
    {
      char *made = make (self);

      if (g_hash_table_add (self->taken, g_strdup (made)))
        return made;
      g_free (made);
    }
}

static char *
make_place (Maker *self)
{
  return g_strdup (made_outlet_places[below (self, made_n_outlet_places)]);
}

static char *
make_outlet (Maker *self)
{
  g_autofree char *place = pick_unused (self, make_place);
  const char *form = made_outlet_forms[below (self, made_n_outlet_forms)];
  const char *at = strstr (form, "%s");

  return g_strdup_printf ("%.*s%s%s", (int) (at - form), form, place, at + 2);
}

static char *
make_family (Maker *self)
{
  return g_strdup (made_family[below (self, made_n_family)]);
}

static char *
make_role (Maker *self)
{
  const char *form = made_roles[below (self, made_n_roles)];
  const char *at = strstr (form, "%s");

  if (at == NULL)
    return g_strdup (form);
  return g_strdup_printf ("%.*s%s%s", (int) (at - form), form, self->event->place, at + 2);
}

/* As another transliteration, or a hurried hand, would have it. */
static char *
misspell (Maker      *self,
          const char *name)
{
  static const char *const swaps[][2] = { { "Kh", "H" }, { "kh", "h" }, { "sh", "sch" }, { "Tch", "Ch" }, { "v", "w" },
                                          { "y", "i" }, { "i", "y" }, { "ou", "u" }, { "c", "ch" }, { "a", "e" },
                                          { "o", "a" }, { "q", "k" }, { "Q", "K" }, { "ss", "s" }, { "ll", "l" } };

  for (guint tries = 0; tries < 60; tries++)
    {
      const char *const *swap = swaps[below (self, G_N_ELEMENTS (swaps))];
      const char *at = strstr (name + 1, swap[0]);

      if (at == NULL && g_str_has_prefix (name, swap[0]))
        at = name;
      if (at != NULL)
        return g_strdup_printf ("%.*s%s%s", (int) (at - name), name, swap[1], at + strlen (swap[0]));
    }
  return g_strdup (name);
}

static void
begin (Maker     *self,
       Beginning *b,
       guint      first,
       guint      n)
{
  b->family = pick_unused (self, make_family);
  b->name = g_strdup_printf ("%s %s", made_given[below (self, made_n_given)], b->family);
  b->role = pick_unused (self, make_role);
  b->outlet = pick_unused (self, make_outlet);
  for (guint i = 0; i < n; i++)
    b->claims[i] = (first + i) % MADE_N_CLAIMS;
  b->n_claims = n;
}

/* One man, two interviews: two beginnings all the same. */
static void
speak_again (Beginning       *b,
             const Beginning *first)
{
  g_free (b->name);
  g_free (b->family);
  g_free (b->role);
  b->name = g_strdup (first->name);
  b->family = g_strdup (first->family);
  b->role = g_strdup (first->role);
  b->again = TRUE;
}

/* ---- the articles ---- */

static void
add_settings (Maker   *self,
              GString *text,
              guint    n)
{
  guint first = below (self, MADE_N_SETTINGS);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = say (self, self->event->settings[(first + i) % MADE_N_SETTINGS]);

      g_string_append_printf (text, "%s%s", i == 0 ? "\n\n" : " ", words);
    }
}

static char *
claim (Maker     *self,
       Beginning *b,
       guint      i)
{
  return say (self, self->event->claims[b->claims[i]]);
}

static char *
quoted (Maker     *self,
        Beginning *b,
        guint      i)
{
  return capital (claim (self, b, i));
}

/* The article of the outlet that was told it. */
static void
write_original (Maker     *self,
                Beginning *b,
                GString   *text)
{
  g_autofree char *first = quoted (self, b, 0);
  g_autofree char *second = b->n_claims > 1 ? quoted (self, b, 1) : NULL;

  switch (below (self, 4))
    {
    case 0:
      g_string_append_printf (text, "“%s,” %s, %s, told %s.", first, b->name, b->role, b->outlet);
      break;
    case 1:
      g_string_append_printf (text, "In an interview with %s, %s, %s, said: “%s.”", b->outlet, b->name, b->role, first);
      break;
    case 2:
      {
        g_autofree char *plain = claim (self, b, 0);

        g_string_append_printf (text, "%s, %s, told %s that %s.", b->name, b->role, b->outlet, plain);
        break;
      }
    default:
      g_string_append_printf (text, "“%s,” said %s, %s, in an interview with %s.", first, b->name, b->role, b->outlet);
    }
  if (second != NULL)
    g_string_append_printf (text, "\n\n“%s,” %s said.", second, b->family);
  for (guint i = 2; i < b->n_claims; i++)
    {
      g_autofree char *more = claim (self, b, i);
      g_autofree char *big = capital (g_strdup (more));

      if (chance (self, 50))
        g_string_append_printf (text, "\n\n%s added that %s.", chance (self, 50) ? b->family : "The interviewee", more);
      else
        g_string_append_printf (text, "\n\n“%s,” %s went on.", big, b->family);
    }
}

/* Another outlet's: named, in other words, in another order. */
static void
write_retold (Maker      *self,
              Beginning  *b,
              GString    *text,
              const char *name,
              const char *family)
{
  guint shift = below (self, b->n_claims);
  g_autofree char *first = claim (self, b, shift);
  g_autofree char *big = capital (g_strdup (first));
  g_autofree char *outlet = capital (g_strdup (b->outlet));

  switch (below (self, 9))
    {
    case 0:
      g_string_append_printf (text, "%s, %s, told %s that %s.", name, b->role, b->outlet, first);
      break;
    case 1:
      g_string_append_printf (text, "%s quoted %s, %s, as saying that %s.", outlet, name, b->role, first);
      break;
    case 2:
      g_string_append_printf (text, "“%s,” %s quotes %s, %s, as saying.", big, b->outlet, name, b->role);
      break;
    case 3:
      g_string_append_printf (text, "%s, %s was quoted as saying by %s.", big, name, b->outlet);
      break;
    case 4:
      g_string_append_printf (text, "In comments to %s, %s, %s, said %s.", b->outlet, name, b->role, first);
      break;
    case 5:
      g_string_append_printf (text, "According to %s, %s, %s, %s reported.", name, b->role, first, b->outlet);
      break;
    case 6:
      g_string_append_printf (text, "%s, citing %s, %s, reported that %s.", outlet, name, b->role, first);
      break;
    case 7:
      g_string_append_printf (text, "“%s,” %s, %s, said in an interview with %s.", big, name, b->role, b->outlet);
      break;
    default:
      g_string_append_printf (text, "%s, said %s, %s, in an interview published by %s.", big, name, b->role, b->outlet);
    }
  for (guint i = 1; i < b->n_claims; i++)
    {
      g_autofree char *more = claim (self, b, (shift + i) % b->n_claims);
      g_autofree char *more_big = capital (g_strdup (more));

      if (chance (self, 20))
        continue;
      switch (below (self, 4))
        {
        case 0:
          g_string_append_printf (text, "\n\n%s also said that %s.", family, more);
          break;
        case 1:
          g_string_append_printf (text, "\n\n“%s,” %s said.", more_big, family);
          break;
        case 2:
          g_string_append_printf (text, "\n\n%s, according to %s.", more_big, family);
          break;
        default:
          g_string_append_printf (text, "\n\n%s stressed that %s.", family, more);
        }
    }
}

/* The same words of the same speaker, and nothing of the outlet. */
static void
write_unnamed (Maker      *self,
               Beginning  *b,
               GString    *text,
               const char *name,
               const char *family)
{
  g_autofree char *first = quoted (self, b, 0);

  if (chance (self, 50))
    g_string_append_printf (text, "“%s,” %s, %s, said.", first, name, b->role);
  else
    g_string_append_printf (text, "%s, %s, said: “%s.”", name, b->role, first);
  for (guint i = 1; i < b->n_claims; i++)
    {
      g_autofree char *more = claim (self, b, i);
      g_autofree char *big = capital (g_strdup (more));

      if (i == 1 || chance (self, 50))
        g_string_append_printf (text, "\n\n“%s,” %s said.", big, family);
      else
        g_string_append_printf (text, "\n\n%s said that %s.", family, more);
    }
}

static void
write_excerpt (Maker      *self,
               Beginning  *b,
               GString    *text,
               const char *name)
{
  g_autofree char *first = claim (self, b, below (self, b->n_claims));
  g_autofree char *big = capital (g_strdup (first));

  if (chance (self, 50))
    g_string_append_printf (text, "%s told %s that %s.", name, b->outlet, first);
  else
    g_string_append_printf (text, "“%s,” %s told %s.", big, name, b->outlet);
}

static void
write_denial (Maker     *self,
              Beginning *b,
              Beginning *of,
              GString   *text)
{
  g_autofree char *denied = claim (self, of, 0);
  g_autofree char *own = quoted (self, b, 0);

  if (chance (self, 50))
    g_string_append_printf (text, "%s, %s, denied that %s.", b->name, b->role, denied);
  else
    g_string_append_printf (text, "It is not true that %s, %s, %s, said.", denied, b->name, b->role);
  g_string_append_printf (text, "\n\n“%s,” %s told %s.", own, b->family, b->outlet);
  for (guint i = 1; i < b->n_claims; i++)
    {
      g_autofree char *more = claim (self, b, i);

      g_string_append_printf (text, "\n\n%s said that %s.", b->family, more);
    }
}

/* What the outlet saw and asked for itself. */
static void
write_seen (Maker     *self,
            Beginning *b,
            GString   *text)
{
  static const char *const sights[] = {
    "[Few|Not many] people were on the [streets|squares] of %s [on Monday|on Wednesday morning].",
    "[A queue|A line] of [cars|vans] stood [before|in front of] the gates of %s [at noon|around noon].",
    "[Rain|Fog] hung over %s [when|as] the first [shift|workers] arrived.",
    "[Candles|Paper lamps] burned in the windows of %s [after dark|all evening].",
    "[A dog|Two dogs] slept on the steps of the town hall of %s.",
  };
  guint first = below (self, G_N_ELEMENTS (sights));

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *words = say (self, sights[(first + i) % G_N_ELEMENTS (sights)]);
      const char *at = strstr (words, "%s");

      g_string_append_printf (text, "%s%.*s%s%s", i == 0 ? "" : " ", (int) (at - words), words, self->event->place,
                              at + 2);
    }
  {
    g_autofree char *own = quoted (self, b, 0);

    g_string_append_printf (text, "\n\n“%s,” said %s, %s, outside the town hall.", own, b->name, b->role);
  }
}

static void
add_article (Maker     *self,
             MadeStory *story,
             GString   *body,
             MadeKind   kind,
             guint      origin,
             char      *outlet,
             gboolean   misspelled)
{
  MadeArticle *article = g_new0 (MadeArticle, 1);

  article->title = say (self, self->event->titles[0]);
  add_settings (self, body, 2 + below (self, 2));
  article->text = g_strdup_printf ("%s\n\n%s\n", article->title, body->str);
  article->outlet = outlet;
  article->kind = kind;
  article->origin = origin;
  article->misspelled = misspelled;
  g_ptr_array_add (story->articles, article);
}

/* "the Corran Post" is published as "Corran Post". */
static char *
as_publisher (const char *outlet)
{
  static const char *const before[] = { "the newspaper ", "the website ", "the broadcaster ", "the ", NULL };

  for (guint i = 0; before[i] != NULL; i++)
    if (g_str_has_prefix (outlet, before[i]))
      return g_strdup (outlet + strlen (before[i]));
  return g_strdup (outlet);
}

static char *
other_publisher (Maker *self)
{
  g_autofree char *outlet = pick_unused (self, make_outlet);

  return as_publisher (outlet);
}

/* A copy: a sentence less, another publisher, perhaps a mark of where from. */
static void
repost (Maker             *self,
        MadeStory         *story,
        const MadeArticle *of)
{
  MadeArticle *copy = g_new0 (MadeArticle, 1);
  g_auto (GStrv) blocks = g_strsplit (of->text, "\n\n", -1);
  guint n = g_strv_length (blocks), leave = n > 4 ? 2 + below (self, n - 3) : n;
  GString *text = g_string_new (NULL);

  copy->title = chance (self, 50) ? g_strdup (of->title) : say (self, self->event->titles[0]);
  g_string_append (text, copy->title);
  for (guint i = 1; i < n; i++)
    if (i != leave || chance (self, 50))
      g_string_append_printf (text, "\n\n%s", g_strchomp (blocks[i]));
  if (of->outlet != NULL && chance (self, 30))
    g_string_append_printf (text, "\n\nSource: %s", of->outlet);
  g_string_append_c (text, '\n');
  copy->text = g_string_free (text, FALSE);
  copy->outlet = chance (self, 70) ? other_publisher (self) : NULL;
  copy->kind = MADE_REPOSTED;
  copy->origin = of->origin;
  copy->misspelled = of->misspelled;
  g_ptr_array_add (story->articles, copy);
}

static void
write_derived (Maker     *self,
               MadeStory *story,
               guint      o,
               MadeKind   kind)
{
  Beginning *b = &self->beginnings[o];
  g_autoptr (GString) body = g_string_new (NULL);
  gboolean wrong = chance (self, 35);
  g_autofree char *family = wrong ? misspell (self, b->family) : g_strdup (b->family);
  g_autofree char *given = g_strndup (b->name, strchr (b->name, ' ') - b->name);
  g_autofree char *name = g_strdup_printf ("%s %s", given, family);

  if (kind == MADE_RETOLD)
    write_retold (self, b, body, name, family);
  else if (kind == MADE_EXCERPTED)
    write_excerpt (self, b, body, name);
  else
    write_unnamed (self, b, body, name, family);
  add_article (self, story, body, kind, o, chance (self, 80) ? other_publisher (self) : NULL, wrong);
}

static void
write_beginning (Maker     *self,
                 MadeStory *story,
                 guint      o)
{
  Beginning *b = &self->beginnings[o];
  g_autoptr (GString) body = g_string_new (NULL);

  if (b->seen)
    write_seen (self, b, body);
  else if (b->denies)
    write_denial (self, b, &self->beginnings[0], body);
  else
    write_original (self, b, body);
  add_article (self, story, body, b->seen ? MADE_FIRSTHAND : b->denies ? MADE_CONTRADICTED : MADE_ORIGINAL, o,
               as_publisher (b->outlet), FALSE);
}

static void
write_all (Maker     *self,
           MadeStory *story)
{
  for (guint o = 0; o < self->n_beginnings; o++)
    {
      Beginning *b = &self->beginnings[o];
      guint n, n_before = story->articles->len;

      /* the outlet's own article may not be at hand */
      if (b->seen || b->denies || chance (self, 70))
        write_beginning (self, story, o);
      n = b->seen ? 0 : below (self, 4);
      if (n == 0 && story->articles->len == n_before)
        n = 1;
      for (guint i = 0; i < n; i++)
        {
          guint which = below (self, 10);

          if (which < 4 || story->articles->len == n_before)
            write_derived (self, story, o, MADE_RETOLD);
          else if (which < 6)
            repost (self, story, story->articles->pdata[n_before + below (self, story->articles->len - n_before)]);
          else if (which < 8)
            write_derived (self, story, o, MADE_EXCERPTED);
          else if (self->n_beginnings > 1 && self->beginnings[1].again && o < 2)
            write_derived (self, story, o, MADE_RETOLD); /* whose it is, nobody could tell */
          else
            write_derived (self, story, o, MADE_UNNAMED);
        }
      if (b->seen && chance (self, 30))
        repost (self, story, story->articles->pdata[n_before]);
    }
}

static void
shuffle (Maker     *self,
         GPtrArray *array)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint j = below (self, i);
      gpointer swap = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[j];
      array->pdata[j] = swap;
    }
}

void
made_article_free (MadeArticle *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->text);
  g_free (self->outlet);
  g_free (self);
}

void
made_story_free (MadeStory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->articles);
  g_free (self);
}

/**
 * made_story_new:
 * @seed: the same seed makes the same story
 *
 * Returns: (transfer full): one to four beginnings, and the articles that rest
 *   on them in no order
 */
MadeStory *
made_story_new (guint32 seed)
{
  MadeStory *story = g_new0 (MadeStory, 1);
  Maker self = { g_rand_new_with_seed (seed), NULL };
  guint first;

  story->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) made_article_free);
  self.taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.event = &made_events[below (&self, made_n_events)];
  self.n_beginnings = 1 + below (&self, MOST_ORIGINS);
  first = below (&self, MADE_N_CLAIMS);
  for (guint o = 0; o < self.n_beginnings; o++)
    {
      Beginning *b = &self.beginnings[o];

      /* now and then two people say much the same, and stay two */
      begin (&self, b, first, 2 + below (&self, 3));
      first += chance (&self, 25) ? 1 : b->n_claims;
      b->seen = o > 0 && chance (&self, 20);
      b->denies = o > 0 && !b->seen && !self.beginnings[0].seen && chance (&self, 25);
      if (o == 1 && !b->seen && !b->denies && chance (&self, 20))
        speak_again (b, &self.beginnings[0]);
    }
  write_all (&self, story);
  shuffle (&self, story->articles);
  story->n_origins = self.n_beginnings;
  for (guint o = 0; o < self.n_beginnings; o++)
    {
      g_free (self.beginnings[o].name);
      g_free (self.beginnings[o].family);
      g_free (self.beginnings[o].role);
      g_free (self.beginnings[o].outlet);
    }
  g_hash_table_unref (self.taken);
  g_rand_free (self.rand);
  return story;
}

/* A name nobody has, for @number. */
static char *
name_of (guint32 number)
{
  static const char *const starts[] = { "Bar", "Del", "Fen", "Gor", "Hal", "Jor", "Kel", "Lor", "Mar", "Nor", "Pel",
                                        "Ras", "Sel", "Tor", "Vel", "Zar" };
  static const char *const middles[] = { "ab", "ed", "if", "og", "uk", "al", "em", "in", "op", "ur", "as", "et", "iv",
                                         "oz", "urt", "and" };
  static const char *const more[] = { "ag", "el", "im", "on", "up", "ar", "es", "it", "ov", "uz", "ak", "end", "ist",
                                      "olf", "unt", "ash" };
  static const char *const ends[] = { "a", "ba", "eda", "iga", "oka", "ula", "ama", "en", "ipa", "ora", "usk", "ast",
                                      "eta", "iva", "ovik", "uzen" };
  guint32 mixed = (number ^ (number >> 15)) * 2246822519u;

  mixed ^= mixed >> 13;
  mixed *= 3266489917u;
  mixed ^= mixed >> 16;
  return g_strdup_printf ("%s%s%s%s", starts[mixed & 15], middles[(mixed >> 8) & 15], more[(mixed >> 16) & 15],
                          ends[(mixed >> 24) & 15]);
}

/* Ten events make ten thousand stories alike: most of the long words of each
 * story become words of its own, the same ones in all its articles. */
static void
disguise (MadeArticle *article,
          guint32      story)
{
  GString *out = g_string_new (NULL);

  for (const char *p = article->text; *p != '\0';)
    {
      gsize n = 0;

      while (g_ascii_islower (p[n]))
        n++;
      if (n >= 6 && (p == article->text || !g_ascii_isalpha (p[-1])) && p[n - 1] != 'd' && p[n - 1] != 's')
        {
          guint32 hash = story * 2654435761u;

          for (gsize i = 0; i < n; i++)
            hash = (hash ^ (guchar) p[i]) * 16777619u;
          if ((hash >> 7) % 5 != 0)
            {
              g_autofree char *word = name_of (hash >> 14);

              word[0] = g_ascii_tolower (word[0]);
              g_string_append (out, word);
              p += n;
              continue;
            }
        }
      g_string_append_len (out, p, MAX (n, 1));
      p += MAX (n, 1);
    }
  g_free (article->text);
  article->text = g_string_free (out, FALSE);
}

static void
rename_all (MadeArticle *article,
            const char  *name,
            guint32      number)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *other = NULL;

  if (strstr (article->text, name) == NULL)
    return;
  other = name_of (number);
  parts = g_strsplit (article->text, name, -1);
  g_free (article->text);
  article->text = g_strjoinv (other, parts);
}

/**
 * made_article_new:
 * @number: which article of the stream
 *
 * Every eight articles or so tell one story, each story of a place of its own.
 *
 * Returns: (transfer full): the article
 */
MadeArticle *
made_article_new (guint32 number)
{
  guint32 nth = number / 8;
  g_autoptr (MadeStory) story = made_story_new (nth + 100000);
  MadeArticle *article = story->articles->pdata[number % 8 % story->articles->len];

  g_ptr_array_set_free_func (story->articles, NULL);
  for (guint i = 0; i < story->articles->len; i++)
    if (story->articles->pdata[i] != article)
      made_article_free (story->articles->pdata[i]);
  disguise (article, nth);
  for (guint e = 0; e < made_n_events; e++)
    rename_all (article, made_events[e].place, nth);
  for (guint i = 0; i < made_n_proper; i++)
    rename_all (article, made_proper[i], nth * 31 + i + 100000);
  for (guint i = 0; i < made_n_family; i++)
    rename_all (article, made_family[i], nth * 37 + i + 900000);
  return article;
}
