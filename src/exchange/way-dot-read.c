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
  gboolean undirected;        /* a link without a direction was met, and told of */
  GPtrArray *lanes;           /* WayRecord, or NULL outside lanes, of each bracket that is open */
} Graph;

static void
leave_out (Graph      *self,
           const char *what)
{
  way_draft_leave_out (self->draft, self->line, what);
}

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
      if (self->at[1] == '-' && !self->undirected)
        leave_out (self, _("that “--” has no direction: the first leads to the second"));
      self->undirected |= self->at[1] == '-';
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

static gboolean read_statement (Graph *self, GPtrArray *met, GError **error);

/* What stands between brackets, from the one that opens to behind the one that closes; @met is given the steps that are named there. */
static gboolean
read_group (Graph      *self,
            WayRecord  *lane,
            GPtrArray  *met,
            GError    **error)
{
  gboolean read = TRUE;

  if (self->lanes->len >= DEEPEST)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, _("The graph is nested too deep."));
      return FALSE;
    }
  g_ptr_array_add (self->lanes, lane);
  next (self);
  while (read && self->token != '}' && self->token != '\0')
    read = read_statement (self, met, error);
  g_ptr_array_set_size (self->lanes, self->lanes->len - 1);
  next (self);
  return read;
}

/* A subgraph is a lane, unless it is nameless and only says where a link leads. */
static gboolean
read_subgraph (Graph      *self,
               gboolean    ends_link,
               GPtrArray  *met,
               GError    **error)
{
  WayRecord *lane = self->lanes->len > 0 ? self->lanes->pdata[self->lanes->len - 1] : NULL;
  g_autofree char *name = NULL;

  next (self);
  if (self->token == 'w')
    {
      name = g_strdup (self->word->str);
      next (self);
    }
  if (self->token != '{')
    return TRUE;
  if (name == NULL && !ends_link)
    name = g_strdup_printf ("\x1f%u", self->line);
  return read_group (self, name != NULL ? way_draft_add_lane (self->draft, name, NULL, NULL) : lane, met, error);
}

/* Where a link begins or ends: a step, or all that stand between brackets. */
static gboolean
read_end (Graph      *self,
          gboolean    ends_link,
          GPtrArray  *steps,
          GError    **error)
{
  WayRecord *lane = self->lanes->len > 0 ? self->lanes->pdata[self->lanes->len - 1] : NULL;

  if (self->token == '{')
    return read_group (self, lane, steps, error);
  if (self->token != 'w')
    {
      leave_out (self, _("a link that leads nowhere"));
      return TRUE;
    }
  if (strcmp (self->word->str, "subgraph") == 0)
    return read_subgraph (self, ends_link, steps, error);
  g_ptr_array_add (steps, take_step (self));
  next (self);
  skip_port (self);
  return TRUE;
}

static void
add_links (Graph      *self,
           GPtrArray  *from,
           GPtrArray  *to,
           GHashTable *attributes)
{
  if (!way_draft_can_link (self->draft, from->len, to->len))
    {
      leave_out (self, _("links between more steps than one map can hold"));
      return;
    }
  for (guint i = 0; i < from->len; i++)
    for (guint k = 0; k < to->len; k++)
      add_link (self, from->pdata[i], to->pdata[k], attributes);
}

/* A step that is described, a lane, or a chain of links; begins at its first end. */
static gboolean
read_chain (Graph      *self,
            GPtrArray  *met,
            GError    **error)
{
  static const char *const known[] = { "label", "kind", "style", "wait", NULL };
  g_autoptr (GPtrArray) ends = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) attributes = NULL;
  gboolean bracket = self->token == '{' || (self->token == 'w' && strcmp (self->word->str, "subgraph") == 0);

  g_ptr_array_add (ends, g_ptr_array_new ());
  if (!read_end (self, FALSE, ends->pdata[0], error))
    return FALSE;
  while (self->token == '>')
    {
      next (self);
      g_ptr_array_add (ends, g_ptr_array_new ());
      if (!read_end (self, TRUE, ends->pdata[ends->len - 1], error))
        return FALSE;
    }
  for (guint i = 0; i < ends->len; i++)
    g_ptr_array_extend (met, ends->pdata[i], NULL, NULL);
  attributes = read_attributes (self);
  if (ends->len == 1 && !bracket && ((GPtrArray *) ends->pdata[0])->len == 1)
    return describe_step (self, ((GPtrArray *) ends->pdata[0])->pdata[0], attributes, error);
  check_known (self, attributes, known);
  for (guint i = 0; i + 1 < ends->len; i++)
    add_links (self, ends->pdata[i], ends->pdata[i + 1], attributes);
  return TRUE;
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

/* Something that begins with a word: a rule for all, an attribute, or a step. */
static gboolean
read_word (Graph      *self,
           GPtrArray  *met,
           GError    **error)
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
  self->token = 'w';
  g_string_assign (self->word, name);
  return read_chain (self, met, error);
}

static gboolean
read_statement (Graph      *self,
                GPtrArray  *met,
                GError    **error)
{
  if (self->token == '{' || (self->token == 'w' && strcmp (self->word->str, "subgraph") == 0))
    return read_chain (self, met, error);
  if (self->token == 'w')
    return read_word (self, met, error);
  if (self->token != ';' && self->token != ',')
    leave_out (self, self->token == '>' ? "->" : (const char[]) { self->token, '\0' });
  next (self);
  return TRUE;
}

gboolean
way_dot_read (WayDraft    *draft,
              const char  *text,
              GError     **error)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GPtrArray) lanes = g_ptr_array_new ();
  g_autoptr (GPtrArray) met = g_ptr_array_new ();
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
          if (!read_group (&self, NULL, met, error))
            return FALSE;
          if (self.token != '\0')
            leave_out (&self, _("what comes after the graph"));
          return TRUE;
        }
    }
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FOREIGN, _("This is not a graph of Graphviz: it has to begin with “digraph”."));
  return FALSE;
}
