/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway from a flowchart in Mermaid's text: the part of that language that docs/interchange.md names. */
#include "base/way-error.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "exchange/way-draft.h"
#include "exchange/way-mermaid-text.h"
#include "model/way-schema.h"

#include <string.h>

typedef struct
{
  WayDraft *draft;
  GPtrArray *lanes;           /* names of the subgraphs that are open */
  GHashTable *groups;         /* names of all subgraphs, which links may name too */
  guint line;
} Chart;

static const struct { const char *open, *close, *kind; } shapes[] = {
  { "(((", ")))", "end" }, { "((", "))", "step" }, { "([", "])", "start" }, { "[[", "]]", "step" }, { "[(", ")]", "step" }, { "{{", "}}", "decision" },
  { "{", "}", "decision" }, { "(", ")", "step" }, { "[", "]", "step" }, { ">", "]", "step" },
};

static const char *
read_shape (const char *at,
            WayRecord  *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_has_prefix (at, shapes[i].open))
      {
        const char *from = at + strlen (shapes[i].open), *to = way_mermaid_find_end (from, shapes[i].close);
        gboolean leans = to != NULL && *at == '[' && to - from > 2 && strchr ("/\\", from[0]) != NULL && strchr ("/\\", to[-1]) != NULL;
        g_autofree char *words = to != NULL ? way_mermaid_dup_words (from + leans, to - leans) : NULL;

        if (to == NULL)
          return NULL;
        way_record_set_text (step, WAY_STEP_TITLE, way_text_is_blank (words) ? NULL : words);
        way_record_set_text (step, WAY_STEP_KIND, shapes[i].kind);
        return to + strlen (shapes[i].close);
      }
  return at;
}

/* What is said in "@{ shape: diamond, label: "Well?" }". */
static void
describe_step (Chart      *self,
               WayRecord  *step,
               const char *name,
               const char *value)
{
  static const struct { const char *shapes, *kind; } kinds[] = {
    { "diam|diamond|decision|question|hex|hexagon|prepare", "decision" }, { "stadium|terminal|pill|circ|circle|sm-circ|small-circle|start", "start" },
    { "dbl-circ|double-circle|fr-circ|framed-circle|stop", "end" },
  };

  if (strcmp (name, "label") == 0 && !way_text_is_blank (value))
    way_record_set_text (step, WAY_STEP_TITLE, value);
  else if (strcmp (name, "shape") == 0)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        g_auto (GStrv) shapes_of = g_strsplit (kinds[i].shapes, "|", -1);

        if (g_strv_contains ((const char *const *) shapes_of, value))
          way_record_set_text (step, WAY_STEP_KIND, kinds[i].kind);
      }
  else
    {
      g_autofree char *told = g_strdup_printf ("%s: %s", name, value);

      way_draft_leave_out (self->draft, self->line, told);
    }
}

static const char *
read_described (Chart      *self,
                const char *at,
                WayRecord  *step)
{
  const char *close = way_mermaid_find_end (at, "}");

  while (close != NULL && at < close)
    {
      const char *end = way_mermaid_find_end (at, ","), *colon = strchr (at, ':');

      if (end == NULL || end > close)
        end = close;
      if (colon != NULL && colon < end)
        {
          g_autofree char *name = way_mermaid_dup_words (at, colon), *value = way_mermaid_dup_words (colon + 1, end);

          describe_step (self, step, name, value);
        }
      at = end + 1;
    }
  return close != NULL ? close + 1 : NULL;
}

/* One step, as it is named and perhaps described here. */
static const char *
read_step (Chart      *self,
           const char *at,
           GPtrArray  *steps)
{
  g_autofree char *name = NULL, *class = NULL;
  WayRecord *step;
  gboolean met;

  at = way_mermaid_read_name (at, &name);
  if (at == NULL)
    return NULL;
  if (g_hash_table_contains (self->groups, name))
    {
      g_autofree char *told = g_strdup_printf (_("that “%s” is a group of steps and no step"), name);

      way_draft_leave_out (self->draft, self->line, told);
      return at;
    }
  met = way_draft_find_step (self->draft, name) != NULL;
  step = way_draft_take_step (self->draft, name, self->lanes->len > 0 ? self->lanes->pdata[self->lanes->len - 1] : NULL);
  if (!met)
    way_record_set_text (step, WAY_STEP_TITLE, name);
  at = g_str_has_prefix (at, "@{") ? read_described (self, at + strlen ("@{"), step) : read_shape (at, step);
  if (at != NULL && g_str_has_prefix (at, ":::"))
    {
      at = way_mermaid_read_name (at + 3, &class);
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
        at = way_mermaid_skip_space (at);
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
  const char *end = way_mermaid_find_end (at, stroke == '.' ? ".-" : stroke == '=' ? "==" : "--");
  const char *behind = end != NULL ? end + strspn (end, "-=.") : NULL;

  return behind != NULL && (is_head (behind) || (behind - end > 2 && *behind != '\0')) ? end : NULL;
}

/* Links may have a name of their own before the arrow, as in "a way@--> b". */
static const char *
skip_link_name (const char *at)
{
  g_autofree char *name = NULL;
  const char *end = g_ascii_isalnum (*at) ? way_mermaid_read_name (at, &name) : NULL;

  return end != NULL && *end == '@' && end[1] != '\0' && strchr ("<-=.ox~", end[1]) != NULL ? end + 1 : at;
}

/* "-->", "---", "==>", "-.->", "--o", "--x", with words after it between bars, or in its middle: "-- words -->", "-. words .->".
 * "~~~" is not drawn, and is of no kind. */
static const char *
read_arrow (const char  *at,
            const char **kind,
            char       **label)
{
  const char *from, *end;
  gboolean dotted;

  *label = NULL;
  *kind = NULL;
  if (g_str_has_prefix (at, "~~~"))
    return way_mermaid_skip_space (at + strspn (at, "~"));
  at += strspn (at, "<ox");
  from = at;
  at += strspn (at, "-=.");
  if (at - from < 2)
    return NULL;
  dotted = memchr (from, '.', at - from) != NULL;
  /* Two strokes alone, and no head, are the first half of an arrow. */
  if (at - from == 2 && !is_head (at) && (end = find_arrow_end (at, at[-1])) != NULL)
    {
      *label = way_mermaid_dup_words (at, end);
      at = end + strspn (end, "-=.");
    }
  *kind = !dotted ? "flow" : *at == 'o' ? "enables" : "information";
  at += is_head (at);
  at = way_mermaid_skip_space (at);
  if (*at != '|')
    return at;
  end = way_mermaid_find_end (at + 1, "|");
  if (end == NULL)
    return NULL;
  g_free (*label);
  *label = way_mermaid_dup_words (at + 1, end);
  return end + 1;
}

/* What an arrow says that a link cannot. */
static void
tell_arrow (Chart      *self,
            const char *arrow)
{
  gsize strokes = strspn (arrow, "<ox-=.>");
  g_autofree char *drawn = g_strndup (arrow, strokes), *told = NULL;
  gboolean dotted = strchr (drawn, '.') != NULL;

  if (*arrow == '~')
    told = g_strdup (_("that “~~~” holds steps together and is no link"));
  else if (*drawn == '<')
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

      good = at = skip_link_name (at);
      at = read_arrow (at, &kind, &label);
      if (at == NULL || (at = read_steps (self, at, after)) == NULL || !way_draft_can_link (self->draft, before->len, after->len))
        return good;
      tell_arrow (self, good);
      for (guint i = 0; kind != NULL && i < before->len; i++)
        for (guint j = 0; j < after->len; j++)
          way_draft_set_label (way_draft_add_link (self->draft, before->pdata[i], after->pdata[j], kind), label);
      g_ptr_array_set_size (before, 0);
      g_ptr_array_extend (before, after, NULL, NULL);
    }
  return at != NULL ? NULL : good;
}

/* The name of a subgraph, and its title where that stands in brackets. */
static char *
dup_group (const char  *at,
           char       **title)
{
  const char *open = strchr (at, '['), *close = open != NULL ? way_mermaid_find_end (open + 1, "]") : NULL;
  char *name = g_strstrip (g_strndup (at, open != NULL ? (gsize) (open - at) : strlen (at)));

  if (title != NULL)
    *title = close != NULL ? way_mermaid_dup_words (open + 1, close) : way_mermaid_dup_words (name, name + strlen (name));
  return name;
}

static void
begin_lane (Chart      *self,
            const char *at)
{
  static const char *const kinds[] = { "person", "frontstage", "backstage", "support", "commissioning" };
  g_autofree char *title = NULL, *name = dup_group (at, &title);
  const char *kind = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (name, kinds[i]) && !g_ascii_isalpha (name[strlen (kinds[i])]))
      kind = kinds[i];
  way_draft_add_lane (self->draft, name, title, kind);
  g_ptr_array_add (self->lanes, g_steal_pointer (&name));
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
  static const char *const looks[] = { "classDef", "class", "style", "linkStyle", "click", "direction", "accTitle:", "accDescr:", "accTitle", "accDescr" };
  const char *rest;

  if (*statement == '\0' || g_str_has_prefix (statement, "%%"))
    return;
  if (way_mermaid_is_word (statement, "subgraph"))
    {
      begin_lane (self, way_mermaid_skip_space (statement + strlen ("subgraph")));
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
  if (way_mermaid_is_word (statement, "class") && read_gaps (self, statement + strlen ("class")))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (way_mermaid_is_word (statement, looks[i]))
      {
        way_draft_leave_out (self->draft, self->line, statement);
        return;
      }
  rest = read_chain (self, statement);
  if (rest != NULL)
    way_draft_leave_out (self->draft, self->line, rest);
}

/* Links may name a group before it is written. */
static GHashTable *
find_groups (const char *text)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint line = 0;
  char *statement;

  while ((statement = way_mermaid_next (&text, &line)) != NULL)
    {
      if (way_mermaid_is_word (statement, "subgraph"))
        g_hash_table_add (groups, dup_group (way_mermaid_skip_space (statement + strlen ("subgraph")), NULL));
      g_free (statement);
    }
  g_hash_table_remove (groups, "");
  return groups;
}

/* A map runs as its language does, wherever the flowchart went. */
static void
read_direction (Chart      *self,
                const char *statement)
{
  const char *way = way_mermaid_skip_space (statement + strcspn (statement, " \t"));

  if (*way != '\0' && strcmp (way, "LR") != 0)
    {
      g_autofree char *told = g_strdup_printf (_("the direction “%s”"), way);

      way_draft_leave_out (self->draft, self->line, told);
    }
}

static void
read_body (Chart      *self,
           const char *at,
           guint       line)
{
  g_autoptr (GHashTable) groups = find_groups (at);
  gboolean first = TRUE;

  self->groups = groups;
  for (;;)
    {
      g_autofree char *statement = NULL;

      self->line = line;
      statement = way_mermaid_next (&at, &line);
      /* Where the drawing ends in Markdown. */
      if (statement == NULL || g_str_has_prefix (statement, "```"))
        return;
      if (first)
        read_direction (self, statement);
      else
        read_statement (self, statement);
      first = FALSE;
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
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func (g_free);
  Chart self = { .draft = draft, .lanes = lanes };
  gboolean in_front = FALSE;

  for (self.line = 1; *text != '\0'; self.line++)
    {
      const char *end = text + strcspn (text, "\n");
      g_autofree char *line = g_strstrip (g_strndup (text, end - text)), *word = g_strndup (line, strcspn (line, " \t;"));

      /* What some write before the flowchart, between two lines of strokes: a title, and how it is to look. */
      if (strcmp (line, "---") == 0)
        in_front = !in_front;
      else if (in_front)
        leave_out_line (&self, line);
      else if (strcmp (word, "flowchart") == 0 || strcmp (word, "graph") == 0 || strcmp (word, "flowchart-elk") == 0)
        {
          read_body (&self, text, self.line);
          return TRUE;
        }
      else if (*line != '\0' && !g_str_has_prefix (line, "%%") && !g_str_has_prefix (line, "```"))
        break;
      text = *end != '\0' ? end + 1 : end;
    }
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FOREIGN, _("This is not a flowchart of Mermaid: it has to begin with “flowchart”."));
  return FALSE;
}
