/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway from a graph in the language of Graphviz: the part of it that docs/interchange.md names. */
#include "base/way-error.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "exchange/way-draft.h"
#include "model/way-schema.h"

#include <string.h>

#define WAIT_MARK "⧗"
#define DEEPEST 200

typedef struct
{
  WayDraft *draft;
  const char *at;
  guint line;
  GString *word;              /* of the token that was read last, where it is one */
  char token;                 /* 'w' a word, '>' an arrow, a mark of its own, or 0 at the end */
  GPtrArray *lanes;           /* WayRecord, or NULL outside lanes, of each bracket that is open */
} Graph;

static void
skip_blanks (Graph *self)
{
  while (*self->at != '\0')
    if (g_str_has_prefix (self->at, "//") || *self->at == '#')
      self->at += strcspn (self->at, "\n");
    else if (g_str_has_prefix (self->at, "/*"))
      {
        for (self->at += 2; *self->at != '\0' && !g_str_has_prefix (self->at, "*/"); self->at++)
          self->line += *self->at == '\n';
        self->at += *self->at != '\0' ? 2 : 0;
      }
    else if (g_ascii_isspace (*self->at))
      self->line += *self->at++ == '\n';
    else
      return;
}

static void
read_quoted (Graph *self)
{
  for (self->at++; *self->at != '\0' && *self->at != '"'; self->at++)
    {
      self->line += *self->at == '\n';
      if (*self->at != '\\' || self->at[1] == '\0')
        g_string_append_c (self->word, *self->at);
      else if (*++self->at != '\n')
        g_string_append_c (self->word, strchr ("nlr", *self->at) != NULL ? '\n' : *self->at);
    }
  self->at += *self->at == '"';
}

/* A label in HTML, as its text: marks are left out, and a break is a line of its own. */
static void
read_markup (Graph *self)
{
  guint depth = 0;

  do
    {
      self->line += *self->at == '\n';
      if (*self->at == '<' && depth++ > 0 && g_ascii_strncasecmp (self->at + 1, "br", 2) == 0)
        g_string_append_c (self->word, '\n');
      else if (*self->at == '>')
        depth--;
      else if (depth == 1 && *self->at != '<')
        g_string_append_c (self->word, *self->at);
      self->at++;
    }
  while (*self->at != '\0' && depth > 0);
}

static void
next (Graph *self)
{
  g_string_truncate (self->word, 0);
  skip_blanks (self);
  self->token = *self->at;
  if (self->token == '\0')
    return;
  if (self->token == '"')
    {
      self->token = 'w';
      read_quoted (self);
    }
  else if (self->token == '<')
    {
      self->token = 'w';
      read_markup (self);
    }
  else if (g_str_has_prefix (self->at, "->") || g_str_has_prefix (self->at, "--"))
    {
      self->token = '>';
      self->at += 2;
    }
  else if (strchr ("{}[];,=:", self->token) != NULL)
    self->at++;
  else
    {
      self->token = 'w';
      do
        g_string_append_c (self->word, *self->at++);
      while (*self->at != '\0' && !g_ascii_isspace (*self->at) && strchr ("{}[];,=:\"", *self->at) == NULL &&
             !g_str_has_prefix (self->at, "->") && !g_str_has_prefix (self->at, "--"));
    }
}

static void
leave_out (Graph      *self,
           const char *what)
{
  way_draft_leave_out (self->draft, self->line, what);
}

/* Attributes between brackets, after which the next token is read. */
static GHashTable *
read_attributes (Graph *self)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  while (self->token == '[')
    {
      for (next (self); self->token != ']' && self->token != '\0'; next (self))
        {
          g_autofree char *name = self->token == 'w' ? g_strdup (self->word->str) : NULL;

          if (name == NULL)
            continue;
          next (self);
          if (self->token == '=')
            next (self);
          if (self->token == 'w')
            g_hash_table_insert (attributes, g_steal_pointer (&name), g_strdup (self->word->str));
          else if (self->token == ']')
            break;
        }
      next (self);
    }
  return attributes;
}

/* Tells of what is not taken over. */
static void
check_known (Graph             *self,
             GHashTable        *attributes,
             const char *const *known)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, attributes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_strv_contains (known, name))
      leave_out (self, name);
}

static const char *
find_choice (const WayField *field,
             const char     *word)
{
  for (guint i = 0; word != NULL && field->choices[i] != NULL; i++)
    if (strcmp (field->choices[i], word) == 0)
      return field->choices[i];
  return NULL;
}

static gboolean
describe_step (Graph       *self,
               WayRecord   *step,
               GHashTable  *attributes,
               GError     **error)
{
  static const char *const known[] = { "label", "kind", "shape", "style", "peripheries", "organisation", NULL };
  const WayField *kinds = &way_kind_get_info (WAY_KIND_STEP)->fields[WAY_STEP_KIND];
  const char *label = g_hash_table_lookup (attributes, "label"), *organisation = g_hash_table_lookup (attributes, "organisation");
  const char *kind = find_choice (kinds, g_hash_table_lookup (attributes, "kind"));

  check_known (self, attributes, known);
  if (!way_text_is_blank (label))
    way_record_set_text (step, WAY_STEP_TITLE, label);
  if (kind == NULL && g_strcmp0 (g_hash_table_lookup (attributes, "shape"), "diamond") == 0)
    kind = "decision";
  if (kind != NULL)
    way_record_set_text (step, WAY_STEP_KIND, kind);
  return way_text_is_blank (organisation) || way_draft_set_organisation (self->draft, step, organisation, error);
}

static void
add_link (Graph      *self,
          WayRecord  *from,
          WayRecord  *to,
          GHashTable *attributes)
{
  const WayField *kinds = &way_kind_get_info (WAY_KIND_LINK)->fields[WAY_LINK_KIND];
  const char *style = g_hash_table_lookup (attributes, "style"), *wait = g_hash_table_lookup (attributes, "wait");
  const char *kind = find_choice (kinds, g_hash_table_lookup (attributes, "kind"));
  g_autofree char *label = g_strdup (g_hash_table_lookup (attributes, "label"));
  char *mark = label != NULL ? strstr (label, WAIT_MARK) : NULL;
  double days;
  WayRecord *link;

  if (kind == NULL)
    kind = g_strcmp0 (style, "dashed") == 0 ? "information" : g_strcmp0 (style, "dotted") == 0 ? "enables" : "flow";
  link = way_draft_add_link (self->draft, from, to, kind);
  if (wait != NULL && !way_wait_parse (wait, &days, NULL) && (days = g_ascii_strtod (wait, NULL)) <= 0)
    leave_out (self, wait);
  else if (wait != NULL || (mark != NULL && way_wait_parse (mark + strlen (WAIT_MARK), &days, NULL)))
    {
      way_record_set_number (link, WAY_LINK_WAIT_DAYS, CLAMP (days, 0, WAY_WAIT_MAX));
      if (mark != NULL)
        *mark = '\0';
    }
  if (label != NULL && *g_strstrip (label) != '\0')
    way_record_set_text (link, WAY_LINK_LABEL, label);
}

static WayRecord *
take_step (Graph *self)
{
  WayRecord *lane = self->lanes->len > 0 ? self->lanes->pdata[self->lanes->len - 1] : NULL;
  WayRecord *step = way_draft_take_step (self->draft, self->word->str, NULL);

  if (lane != NULL && !way_record_has (step, WAY_STEP_LANE))
    way_record_set_text (step, WAY_STEP_LANE, way_record_get_id (lane));
  if (!way_record_has (step, WAY_STEP_TITLE) && !way_text_is_blank (self->word->str))
    way_record_set_text (step, WAY_STEP_TITLE, self->word->str);
  return step;
}

static void
skip_port (Graph *self)
{
  while (self->token == ':')
    {
      next (self);
      if (self->token == 'w')
        next (self);
    }
}

/* A step that is described, or a chain of links; begins behind the name of the first. */
static gboolean
read_chain (Graph      *self,
            WayRecord  *first,
            GError    **error)
{
  static const char *const known[] = { "label", "kind", "style", "wait", NULL };
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GHashTable) attributes = NULL;

  g_ptr_array_add (steps, first);
  skip_port (self);
  while (self->token == '>')
    {
      next (self);
      if (self->token != 'w' || strcmp (self->word->str, "subgraph") == 0)
        {
          leave_out (self, _("a link to several steps at once"));
          break;
        }
      g_ptr_array_add (steps, take_step (self));
      next (self);
      skip_port (self);
    }
  attributes = read_attributes (self);
  if (steps->len == 1)
    return describe_step (self, first, attributes, error);
  check_known (self, attributes, known);
  for (guint i = 0; i + 1 < steps->len; i++)
    add_link (self, steps->pdata[i], steps->pdata[i + 1], attributes);
  return TRUE;
}

static void
begin_lane (Graph *self)
{
  g_autofree char *name = NULL;

  next (self);
  if (self->token == 'w')
    {
      name = g_strdup (self->word->str);
      next (self);
    }
  if (self->token != '{')
    return;
  if (name == NULL)
    name = g_strdup_printf ("\x1f%u", self->line);
  g_ptr_array_add (self->lanes, way_draft_add_lane (self->draft, name, NULL, NULL));
  next (self);
}

/* What is said of a lane, or of the graph as a whole. */
static void
set_attribute (Graph      *self,
               const char *name)
{
  WayRecord *lane = self->lanes->len > 0 ? self->lanes->pdata[self->lanes->len - 1] : NULL;
  const char *kind = find_choice (&way_kind_get_info (WAY_KIND_LANE)->fields[WAY_LANE_KIND], self->word->str);

  if (lane != NULL && strcmp (name, "label") == 0)
    way_record_set_text (lane, WAY_LANE_TITLE, self->word->str);
  else if (lane != NULL && strcmp (name, "kind") == 0 && kind != NULL && way_draft_is_lane_kind (kind))
    way_record_set_text (lane, WAY_LANE_KIND, kind);
  else if (strcmp (name, "rankdir") != 0)
    leave_out (self, name);
}

static gboolean
read_word (Graph   *self,
           GError **error)
{
  g_autofree char *name = g_strdup (self->word->str);
  const char *before = self->at;
  guint line = self->line;

  if (strcmp (name, "node") == 0 || strcmp (name, "edge") == 0 || strcmp (name, "graph") == 0)
    {
      static const char *const known[] = { "shape", NULL };
      g_autoptr (GHashTable) attributes = NULL;

      next (self);
      attributes = read_attributes (self);
      check_known (self, attributes, known);
      return TRUE;
    }
  next (self);
  if (self->token == '=')
    {
      next (self);
      if (self->token == 'w')
        set_attribute (self, name);
      next (self);
      return TRUE;
    }
  /* Back to the name, which is that of a step. */
  self->at = before;
  self->line = line;
  g_string_assign (self->word, name);
  {
    WayRecord *step = take_step (self);

    next (self);
    return read_chain (self, step, error);
  }
}

static gboolean
read_statements (Graph   *self,
                 GError **error)
{
  guint open = 1;

  while (self->token != '\0' && open > 0)
    {
      guint before = self->lanes->len;

      if (self->token == 'w' && strcmp (self->word->str, "subgraph") == 0)
        {
          begin_lane (self);
          open += self->lanes->len - before;
        }
      else if (self->token == 'w')
        {
          if (!read_word (self, error))
            return FALSE;
        }
      else
        {
          if (self->token == '{')
            {
              g_ptr_array_add (self->lanes, before > 0 ? self->lanes->pdata[before - 1] : NULL);
              open++;
            }
          else if (self->token == '}')
            {
              if (before > 0)
                g_ptr_array_set_size (self->lanes, before - 1);
              open--;
            }
          next (self);
        }
      if (self->lanes->len > DEEPEST)
        {
          g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, _("The graph is nested too deep."));
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
way_dot_read (WayDraft    *draft,
              const char  *text,
              GError     **error)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GPtrArray) lanes = g_ptr_array_new ();
  Graph self = { .draft = draft, .at = text, .line = 1, .word = word, .lanes = lanes };

  next (&self);
  if (self.token == 'w' && g_ascii_strcasecmp (word->str, "strict") == 0)
    next (&self);
  if (self.token == 'w' && (g_ascii_strcasecmp (word->str, "digraph") == 0 || g_ascii_strcasecmp (word->str, "graph") == 0))
    {
      next (&self);
      if (self.token == 'w')
        next (&self);
      if (self.token == '{')
        {
          next (&self);
          return read_statements (&self, error);
        }
    }
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FOREIGN, _("This is not a graph of Graphviz: it has to begin with “digraph”."));
  return FALSE;
}
