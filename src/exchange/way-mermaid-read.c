/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway from a flowchart in Mermaid's text: the part of that language that docs/interchange.md names. */
#include "base/way-error.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "exchange/way-draft.h"
#include "model/way-schema.h"

#include <string.h>

#define WAIT_MARK "⧗"

typedef struct
{
  WayDraft *draft;
  GPtrArray *lanes;           /* names of the subgraphs that are open */
  guint line;
} Chart;

static const char *
skip_space (const char *at)
{
  while (*at == ' ' || *at == '\t')
    at++;
  return at;
}

/* "#35;", "#quot;": a character by its number or name, after which @at is moved; 0 where there is none. */
static gunichar
read_entity (const char **at)
{
  static const struct { const char *name; gunichar letter; } names[] = {
    { "#quot;", '"' }, { "#amp;", '&' }, { "#lt;", '<' }, { "#gt;", '>' }, { "#nbsp;", 0xa0 }, { "#apos;", '\'' },
  };
  char *end = NULL;
  guint64 code = (*at)[0] == '#' && g_ascii_isdigit ((*at)[1]) ? g_ascii_strtoull (*at + 1, &end, 10) : 0;

  if (code > 0 && code <= 0x10ffff && *end == ';' && g_unichar_validate (code))
    {
      *at = end + 1;
      return code;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (*at, names[i].name))
      {
        *at += strlen (names[i].name);
        return names[i].letter;
      }
  return 0;
}

/* Words as they were before they were written: entities, line breaks, and quotation marks around. */
static char *
dup_words (const char *from,
           const char *to)
{
  g_autofree char *raw = g_strstrip (g_strndup (from, to - from));
  gsize length = strlen (raw);
  GString *words = g_string_new (NULL);
  const char *at = raw;

  if (length >= 2 && raw[0] == '"' && raw[length - 1] == '"')
    {
      raw[length - 1] = '\0';
      at++;
    }
  while (*at != '\0')
    {
      gunichar letter = read_entity (&at);

      if (letter != 0)
        g_string_append_unichar (words, letter);
      else if (g_ascii_strncasecmp (at, "<br>", 4) == 0 || g_ascii_strncasecmp (at, "<br/>", 5) == 0 || g_ascii_strncasecmp (at, "<br />", 6) == 0)
        {
          g_string_append_c (words, '\n');
          at = strchr (at, '>') + 1;
        }
      else
        g_string_append_c (words, *at++);
    }
  return g_string_free_and_steal (words);
}

/* The end of words in brackets or marks, where quotation marks may hold any. */
static const char *
find_end (const char *at,
          const char *close)
{
  gboolean quoted = FALSE;

  for (; *at != '\0'; at++)
    {
      quoted ^= *at == '"';
      if (!quoted && g_str_has_prefix (at, close))
        return at;
    }
  return NULL;
}

static const struct { const char *open, *close, *kind; } shapes[] = {
  { "(((", ")))", "end" }, { "((", "))", "step" }, { "([", "])", "start" }, { "[[", "]]", "step" }, { "[(", ")]", "step" }, { "{{", "}}", "decision" },
  { "{", "}", "decision" }, { "(", ")", "step" }, { "[", "]", "step" }, { ">", "]", "step" },
};

static const char *
read_name (const char  *at,
           char       **name)
{
  const char *from = at = skip_space (at);

  while (*at != '\0' && (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '_'))
    at = g_utf8_next_char (at);
  *name = g_strndup (from, at - from);
  return at > from ? at : NULL;
}

static const char *
read_shape (const char *at,
            WayRecord  *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_has_prefix (at, shapes[i].open))
      {
        const char *from = at + strlen (shapes[i].open), *to = find_end (from, shapes[i].close);
        gboolean leans = to != NULL && *at == '[' && to - from > 2 && strchr ("/\\", from[0]) != NULL && strchr ("/\\", to[-1]) != NULL;
        g_autofree char *words = to != NULL ? dup_words (from + leans, to - leans) : NULL;

        if (to == NULL)
          return NULL;
        if (!way_text_is_blank (words))
          way_record_set_text (step, WAY_STEP_TITLE, words);
        way_record_set_text (step, WAY_STEP_KIND, shapes[i].kind);
        return to + strlen (shapes[i].close);
      }
  return at;
}

/* One step, as it is named and perhaps described here. */
static const char *
read_step (Chart      *self,
           const char *at,
           GPtrArray  *steps)
{
  g_autofree char *name = NULL, *class = NULL;
  WayRecord *step;

  at = read_name (at, &name);
  if (at == NULL)
    return NULL;
  step = way_draft_take_step (self->draft, name, self->lanes->len > 0 ? self->lanes->pdata[self->lanes->len - 1] : NULL);
  if (!way_record_has (step, WAY_STEP_TITLE))
    way_record_set_text (step, WAY_STEP_TITLE, name);
  at = read_shape (at, step);
  if (at != NULL && g_str_has_prefix (at, ":::"))
    {
      at = read_name (at + 3, &class);
      if (at != NULL && g_str_equal (class, "gap"))
        way_record_set_text (step, WAY_STEP_KIND, "gap");
      else if (at != NULL)
        way_draft_leave_out (self->draft, self->line, class);
    }
  g_ptr_array_add (steps, step);
  return at;
}

static const char *
read_steps (Chart      *self,
            const char *at,
            GPtrArray  *steps)
{
  do
    {
      at = read_step (self, at, steps);
      if (at != NULL)
        at = skip_space (at);
    }
  while (at != NULL && *at == '&' && at++ != NULL);
  return at;
}

static gboolean
is_head (const char *at)
{
  return *at == '>' || ((*at == 'o' || *at == 'x') && (at[1] == ' ' || at[1] == '|'));
}

/* Where the words in the middle of an arrow end: at strokes like those before them, which are a whole half of it. */
static const char *
find_arrow_end (const char *at,
                char        stroke)
{
  const char *end = find_end (at, stroke == '.' ? ".-" : stroke == '=' ? "==" : "--");
  const char *behind = end != NULL ? end + strspn (end, "-=.") : NULL;

  return behind != NULL && (is_head (behind) || (behind - end > 2 && *behind != '\0')) ? end : NULL;
}

/* "-->", "---", "==>", "-.->", "--o", "--x", with words after it between bars, or in its middle: "-- words -->", "-. words .->". */
static const char *
read_arrow (const char  *at,
            const char **kind,
            char       **label)
{
  const char *from, *end;
  gboolean dotted;

  *label = NULL;
  at += strspn (at, "<ox");
  from = at;
  at += strspn (at, "-=.");
  if (at - from < 2)
    return NULL;
  dotted = memchr (from, '.', at - from) != NULL;
  /* Two strokes alone, and no head, are the first half of an arrow. */
  if (at - from == 2 && !is_head (at) && (end = find_arrow_end (at, at[-1])) != NULL)
    {
      *label = dup_words (at, end);
      at = end + strspn (end, "-=.");
    }
  *kind = !dotted ? "flow" : *at == 'o' ? "enables" : "information";
  at += is_head (at);
  at = skip_space (at);
  if (*at != '|')
    return at;
  end = find_end (at + 1, "|");
  if (end == NULL)
    return NULL;
  g_free (*label);
  *label = dup_words (at + 1, end);
  return end + 1;
}

/* What stands after the sand-glass is a wait. */
static void
set_label (WayRecord  *link,
           const char *label)
{
  const char *mark = label != NULL ? strstr (label, WAIT_MARK) : NULL;
  g_autofree char *words = mark != NULL ? g_strndup (label, mark - label) : g_strdup (label);
  double days;

  if (mark != NULL && way_wait_parse (mark + strlen (WAIT_MARK), &days, NULL))
    way_record_set_number (link, WAY_LINK_WAIT_DAYS, days);
  else if (mark != NULL)
    g_set_str (&words, label);
  if (words != NULL && *g_strstrip (words) != '\0')
    way_record_set_text (link, WAY_LINK_LABEL, words);
}

/* What an arrow says that a link cannot. */
static void
tell_arrow (Chart      *self,
            const char *arrow)
{
  gsize strokes = strspn (arrow, "<ox-=.>");
  g_autofree char *drawn = g_strndup (arrow, strokes), *told = NULL;
  gboolean dotted = strchr (drawn, '.') != NULL;

  if (*drawn == '<')
    told = g_strdup_printf (_("the way back of “%s”"), drawn);
  else if (strpbrk (drawn, "ox") != NULL && !dotted)
    told = g_strdup_printf (_("the end of “%s”"), drawn);
  else if (strchr (drawn, '>') == NULL && strpbrk (drawn, "ox") == NULL && strlen (drawn) > 2)
    told = g_strdup_printf (_("that “%s” has no direction: the first leads to the second"), drawn);
  if (told != NULL)
    way_draft_leave_out (self->draft, self->line, told);
}

/* A chain of steps and links; gives what of it cannot be read. */
static const char *
read_chain (Chart      *self,
            const char *at)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  const char *good = at;

  at = read_steps (self, at, before);
  while (at != NULL && *at != '\0')
    {
      g_autoptr (GPtrArray) after = g_ptr_array_new ();
      g_autofree char *label = NULL;
      const char *kind;

      good = at;
      at = read_arrow (at, &kind, &label);
      if (at == NULL || (at = read_steps (self, at, after)) == NULL || !way_draft_can_link (self->draft, before->len, after->len))
        return good;
      tell_arrow (self, good);
      for (guint i = 0; i < before->len; i++)
        for (guint j = 0; j < after->len; j++)
          set_label (way_draft_add_link (self->draft, before->pdata[i], after->pdata[j], kind), label);
      g_ptr_array_set_size (before, 0);
      g_ptr_array_extend (before, after, NULL, NULL);
    }
  return at != NULL ? NULL : good;
}

static void
begin_lane (Chart      *self,
            const char *at)
{
  static const char *const kinds[] = { "person", "frontstage", "backstage", "support", "commissioning" };
  const char *open = strchr (at, '['), *close = open != NULL ? find_end (open + 1, "]") : NULL, *kind = NULL;
  g_autofree char *name = g_strstrip (g_strndup (at, open != NULL ? (gsize) (open - at) : strlen (at)));
  g_autofree char *title = close != NULL ? dup_words (open + 1, close) : dup_words (name, name + strlen (name));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (name, kinds[i]))
      kind = kinds[i];
  way_draft_add_lane (self->draft, name, title, kind);
  g_ptr_array_add (self->lanes, g_steal_pointer (&name));
}

static gboolean
is_word (const char *statement,
         const char *word)
{
  gsize length = strlen (word);

  return strncmp (statement, word, length) == 0 && strchr (" \t", statement[length]) != NULL;
}

/* "class A,B gap": whether it says of steps that are there that they are gaps. */
static gboolean
read_gaps (Chart      *self,
           const char *rest)
{
  g_auto (GStrv) parts = g_strsplit_set (rest, " \t,", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, parts[i]);
  if (words->len < 2 || !g_str_equal (words->pdata[words->len - 1], "gap"))
    return FALSE;
  for (guint i = 0; i + 1 < words->len; i++)
    {
      WayRecord *step = way_draft_find_step (self->draft, words->pdata[i]);

      if (step != NULL)
        way_record_set_text (step, WAY_STEP_KIND, "gap");
      else
        way_draft_leave_out (self->draft, self->line, words->pdata[i]);
    }
  return TRUE;
}

static void
read_statement (Chart      *self,
                const char *statement)
{
  static const char *const looks[] = { "classDef", "class", "style", "linkStyle", "click", "direction" };
  const char *rest;

  if (*statement == '\0' || g_str_has_prefix (statement, "%%"))
    return;
  if (is_word (statement, "subgraph"))
    {
      begin_lane (self, skip_space (statement + strlen ("subgraph")));
      return;
    }
  if (g_str_equal (statement, "end"))
    {
      if (self->lanes->len > 0)
        g_ptr_array_set_size (self->lanes, self->lanes->len - 1);
      return;
    }
  if (g_str_has_prefix (statement, "classDef gap "))
    return;
  if (is_word (statement, "class") && read_gaps (self, statement + strlen ("class")))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (is_word (statement, looks[i]))
      {
        way_draft_leave_out (self->draft, self->line, statement);
        return;
      }
  rest = read_chain (self, statement);
  if (rest != NULL)
    way_draft_leave_out (self->draft, self->line, rest);
}

/* Statements end with lines, and with semicolons outside words. */
static void
read_line (Chart *self,
           char  *line)
{
  char *from = line, *at = line;
  gboolean quoted = FALSE;

  for (;; at++)
    {
      gboolean last = *at == '\0';

      quoted ^= *at == '"';
      if (!last && (*at != ';' || quoted))
        continue;
      *at = '\0';
      read_statement (self, g_strstrip (from));
      if (last)
        return;
      from = at + 1;
    }
}

static void
leave_out_line (Chart      *self,
                const char *line)
{
  if (*line != '\0')
    way_draft_leave_out (self->draft, self->line, line);
}

gboolean
way_mermaid_read (WayDraft    *draft,
                  const char  *text,
                  GError     **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func (g_free);
  Chart self = { .draft = draft, .lanes = lanes };
  gboolean begun = FALSE, in_front = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      self.line = i + 1;
      /* What some write before the flowchart, between two lines of strokes: a title, and how it is to look. */
      if (!begun && strcmp (line, "---") == 0)
        in_front = !in_front;
      else if (in_front)
        leave_out_line (&self, line);
      /* Where the drawing ends in Markdown. */
      else if (begun && g_str_has_prefix (line, "```"))
        break;
      else if (begun)
        read_line (&self, lines[i]);
      else if (is_word (line, "flowchart") || is_word (line, "graph"))
        begun = TRUE;
      else if (*line != '\0' && !g_str_has_prefix (line, "%%") && !g_str_has_prefix (line, "```"))
        break;
    }
  if (begun)
    return TRUE;
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FOREIGN, _("This is not a flowchart of Mermaid: it has to begin with “flowchart”."));
  return FALSE;
}
