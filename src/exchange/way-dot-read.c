/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway from a graph in the language of Graphviz: the part of it that docs/interchange.md names. */
#include "base/way-error.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "exchange/way-dot-scan.h"
#include "exchange/way-draft.h"
#include "exchange/way-entity.h"
#include "model/way-schema.h"

#include <string.h>

#define DEEPEST 200

typedef struct
{
  WayDotScan scan;
  WayDraft *draft;
  gboolean undirected;        /* a link without a direction was met, and told of */
  guint attributes_line;      /* where those end that were read last */
  char *named;                /* the step that was met last, as the file names it */
  GPtrArray *lanes;           /* WayRecord, or NULL outside lanes, of each bracket that is open */
} Graph;

static void
leave_out (Graph      *self,
           const char *what)
{
  way_draft_leave_out (self->draft, self->scan.line, what);
}

static void
next (Graph *self)
{
  way_dot_scan_next (&self->scan);
}

static gboolean
is_word (Graph      *self,
         const char *word)
{
  return way_dot_scan_is_word (&self->scan, word);
}

static gboolean
is_arrow (Graph *self)
{
  return self->scan.token == '>' || self->scan.token == '-';
}

/* A name and what it is given, as it stands in the file. */
static void
leave_out_attribute (Graph      *self,
                     const char *name,
                     const char *value)
{
  g_autofree char *told = value != NULL ? g_strdup_printf ("%s=%s", name, value) : g_strdup (name);

  way_draft_leave_out (self->draft, self->attributes_line, told);
}

/* A label as it is read: entities are characters, and \\N is the name of what has the label. */
static char *
dup_label (const char *label,
           const char *name)
{
  g_autofree char *decoded = label != NULL ? way_entity_dup_decoded (label) : NULL;
  g_autoptr (GString) words = g_string_new (decoded);

  g_string_replace (words, WAY_DOT_NAME, name, 0);
  return way_text_is_blank (words->str) ? NULL : g_strdup (words->str);
}

/* Attributes between brackets, after which the next token is read. */
static GHashTable *
read_attributes (Graph *self)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  while (self->scan.token == '[')
    {
      for (next (self); self->scan.token != ']' && self->scan.token != '\0'; next (self))
        {
          g_autofree char *name = self->scan.token == 'w' ? g_strdup (self->scan.word->str) : NULL;

          if (name == NULL)
            continue;
          next (self);
          if (self->scan.token == '=')
            next (self);
          if (self->scan.token == 'w')
            g_hash_table_insert (attributes, g_steal_pointer (&name), g_strdup (self->scan.word->str));
          else if (self->scan.token == ']')
            break;
        }
      self->attributes_line = self->scan.line;
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
  gpointer name, value;

  g_hash_table_iter_init (&iter, attributes);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (!g_strv_contains (known, name))
      leave_out_attribute (self, name, value);
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
               const char  *name,
               GHashTable  *attributes,
               GError     **error)
{
  static const char *const known[] = { "label", "kind", "shape", "style", "peripheries", "organisation", NULL };
  const WayField *kinds = &way_kind_get_info (WAY_KIND_STEP)->fields[WAY_STEP_KIND];
  const char *organisation = g_hash_table_lookup (attributes, "organisation");
  g_autofree char *label = dup_label (g_hash_table_lookup (attributes, "label"), name);
  const char *said = g_hash_table_lookup (attributes, "kind"), *kind = find_choice (kinds, said), *style = g_hash_table_lookup (attributes, "style");

  check_known (self, attributes, known);
  if (said != NULL && kind == NULL)
    leave_out_attribute (self, "kind", said);
  if (style != NULL && !(strcmp (style, "dashed") == 0 && g_strcmp0 (kind, "gap") == 0))
    leave_out_attribute (self, "style", style);
  if (g_hash_table_contains (attributes, "label"))
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
  const char *said = g_hash_table_lookup (attributes, "kind"), *kind = find_choice (kinds, said);
  const char *way = g_hash_table_lookup (attributes, "dir");
  g_autofree char *label = dup_label (g_hash_table_lookup (attributes, "label"), "");
  gboolean back = g_strcmp0 (way, "back") == 0;
  double days;
  WayRecord *link;

  if (said != NULL && kind == NULL)
    leave_out_attribute (self, "kind", said);
  if (style != NULL && strcmp (style, "dashed") != 0 && strcmp (style, "dotted") != 0)
    leave_out_attribute (self, "style", style);
  if (kind == NULL)
    kind = g_strcmp0 (style, "dashed") == 0 ? "information" : g_strcmp0 (style, "dotted") == 0 ? "enables" : "flow";
  if (way != NULL && !back && strcmp (way, "forward") != 0)
    leave_out_attribute (self, "dir", way);
  link = way_draft_add_link (self->draft, back ? to : from, back ? from : to, kind);
  way_draft_set_label (link, label);
  if (wait != NULL && way_draft_read_wait (wait, &days))
    way_record_set_number (link, WAY_LINK_WAIT_DAYS, days);
  else if (wait != NULL)
    leave_out_attribute (self, "wait", wait);
}

static WayRecord *
take_step (Graph *self)
{
  WayRecord *lane = self->lanes->len > 0 ? self->lanes->pdata[self->lanes->len - 1] : NULL;
  gboolean met = way_draft_find_step (self->draft, self->scan.word->str) != NULL;
  WayRecord *step = way_draft_take_step (self->draft, self->scan.word->str, NULL);

  if (lane != NULL && !way_record_has (step, WAY_STEP_LANE))
    way_record_set_text (step, WAY_STEP_LANE, way_record_get_id (lane));
  if (!met && !way_text_is_blank (self->scan.word->str))
    way_record_set_text (step, WAY_STEP_TITLE, self->scan.word->str);
  return step;
}

static void
skip_port (Graph *self)
{
  while (self->scan.token == ':')
    {
      next (self);
      if (self->scan.token == 'w')
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
  while (read && self->scan.token != '}' && self->scan.token != '\0')
    read = read_statement (self, met, error);
  g_ptr_array_set_size (self->lanes, self->lanes->len - 1);
  if (read && self->scan.token == '\0' && self->lanes->len == 0)
    leave_out (self, _("that the last bracket is missing"));
  next (self);
  return read;
}

/* A subgraph is a lane, unless it is nameless: that only says what belongs together. */
static gboolean
read_subgraph (Graph      *self,
               GPtrArray  *met,
               GError    **error)
{
  WayRecord *lane = self->lanes->len > 0 ? self->lanes->pdata[self->lanes->len - 1] : NULL;
  g_autofree char *name = NULL;

  next (self);
  if (self->scan.token == 'w')
    {
      name = g_strdup (self->scan.word->str);
      next (self);
    }
  if (self->scan.token != '{')
    return TRUE;
  return read_group (self, name != NULL ? way_draft_add_lane (self->draft, name, NULL, NULL) : lane, met, error);
}

/* Where a link begins or ends: a step, or all that stand between brackets. */
static gboolean
read_end (Graph      *self,
          GPtrArray  *steps,
          GError    **error)
{
  WayRecord *lane = self->lanes->len > 0 ? self->lanes->pdata[self->lanes->len - 1] : NULL;

  if (self->scan.token == '{')
    return read_group (self, lane, steps, error);
  if (self->scan.token != 'w')
    {
      leave_out (self, _("a link that leads nowhere"));
      return TRUE;
    }
  if (is_word (self, "subgraph"))
    return read_subgraph (self, steps, error);
  g_ptr_array_add (steps, take_step (self));
  g_set_str (&self->named, self->scan.word->str);
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

static void
tell_undirected (Graph *self)
{
  if (self->scan.token != '-' || self->undirected)
    return;
  self->undirected = TRUE;
  leave_out (self, _("that “--” has no direction: the first leads to the second"));
}

/* A step that is described, a lane, or a chain of links; begins at its first end. */
static gboolean
read_chain (Graph      *self,
            GPtrArray  *met,
            GError    **error)
{
  static const char *const known[] = { "label", "kind", "style", "wait", "dir", NULL };
  g_autoptr (GPtrArray) ends = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) attributes = NULL;
  gboolean bracket = self->scan.token == '{' || is_word (self, "subgraph");

  g_ptr_array_add (ends, g_ptr_array_new ());
  if (!read_end (self, ends->pdata[0], error))
    return FALSE;
  while (is_arrow (self))
    {
      tell_undirected (self);
      next (self);
      g_ptr_array_add (ends, g_ptr_array_new ());
      if (!read_end (self, ends->pdata[ends->len - 1], error))
        return FALSE;
    }
  for (guint i = 0; i < ends->len; i++)
    g_ptr_array_extend (met, ends->pdata[i], NULL, NULL);
  attributes = read_attributes (self);
  if (ends->len == 1 && !bracket && ((GPtrArray *) ends->pdata[0])->len == 1)
    return describe_step (self, ((GPtrArray *) ends->pdata[0])->pdata[0], self->named, attributes, error);
  check_known (self, attributes, known);
  for (guint i = 0; i + 1 < ends->len; i++)
    add_links (self, ends->pdata[i], ends->pdata[i + 1], attributes);
  return TRUE;
}

/* What is said of a lane, or of the graph as a whole. */
static void
set_attribute (Graph      *self,
               const char *name,
               const char *value)
{
  WayRecord *lane = self->lanes->len > 0 ? self->lanes->pdata[self->lanes->len - 1] : NULL;
  const char *kind = find_choice (&way_kind_get_info (WAY_KIND_LANE)->fields[WAY_LANE_KIND], value);
  g_autofree char *label = dup_label (value, "");

  if (lane != NULL && strcmp (name, "label") == 0)
    way_record_set_text (lane, WAY_LANE_TITLE, label);
  else if (lane != NULL && strcmp (name, "kind") == 0 && kind != NULL && way_draft_is_lane_kind (kind))
    way_record_set_text (lane, WAY_LANE_KIND, kind);
  else if (strcmp (name, "rankdir") != 0 || strcmp (value, "LR") != 0)
    leave_out_attribute (self, name, value);
}

/* "graph [label=Behind]" says it of what it stands in; rules for all steps and links are told of, but for shapes that mean nothing here. */
static void
read_rule (Graph *self)
{
  gboolean of_graph = is_word (self, "graph");
  g_autoptr (GHashTable) attributes = NULL;
  GHashTableIter iter;
  gpointer name, value;

  next (self);
  attributes = read_attributes (self);
  g_hash_table_iter_init (&iter, attributes);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (of_graph)
      set_attribute (self, name, value);
    else if (strcmp (name, "shape") != 0 || strcmp (value, "diamond") == 0)
      leave_out_attribute (self, name, value);
}

/* Something that begins with a word: a rule for all, an attribute, or a step. */
static gboolean
read_word (Graph      *self,
           GPtrArray  *met,
           GError    **error)
{
  g_autofree char *name = g_strdup (self->scan.word->str);
  WayDotScan before = self->scan;

  if (is_word (self, "node") || is_word (self, "edge") || is_word (self, "graph"))
    {
      read_rule (self);
      return TRUE;
    }
  next (self);
  if (self->scan.token == '=')
    {
      next (self);
      self->attributes_line = self->scan.line;
      if (self->scan.token == 'w')
        set_attribute (self, name, self->scan.word->str);
      next (self);
      return TRUE;
    }
  /* Back to the name, which is that of a step. */
  before.open_line = self->scan.open_line;
  self->scan = before;
  g_string_assign (self->scan.word, name);
  return read_chain (self, met, error);
}

static gboolean
read_statement (Graph      *self,
                GPtrArray  *met,
                GError    **error)
{
  if (self->scan.token == '{' || is_word (self, "subgraph"))
    return read_chain (self, met, error);
  if (self->scan.token == 'w')
    return read_word (self, met, error);
  if (self->scan.token != ';' && self->scan.token != ',')
    leave_out (self, self->scan.token == '>' ? "->" : self->scan.token == '-' ? "--" : (const char[]) { self->scan.token, '\0' });
  next (self);
  return TRUE;
}

/* What opens and does not close has taken in all that stands behind it. */
static gboolean
is_whole (Graph   *self,
          GError **error)
{
  if (self->scan.open_line == 0)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _("A quotation mark or bracket opens in line %u, and none closes it."), self->scan.open_line);
  return FALSE;
}

static gboolean
read_graph (Graph   *self,
            GError **error)
{
  g_autoptr (GPtrArray) met = g_ptr_array_new ();

  next (self);
  if (is_word (self, "strict"))
    next (self);
  if (is_word (self, "digraph") || is_word (self, "graph"))
    {
      next (self);
      if (self->scan.token == 'w')
        next (self);
      if (self->scan.token == '{')
        {
          if (!read_group (self, NULL, met, error) || !is_whole (self, error))
            return FALSE;
          if (self->scan.token != '\0')
            leave_out (self, _("what comes after the graph"));
          return TRUE;
        }
    }
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_FOREIGN, _("This is not a graph of Graphviz: it has to begin with “digraph”."));
  return FALSE;
}

gboolean
way_dot_read (WayDraft    *draft,
              const char  *text,
              GError     **error)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GPtrArray) lanes = g_ptr_array_new ();
  Graph self = { .scan = { .at = text, .line = 1, .word = word }, .draft = draft, .lanes = lanes };
  gboolean read = read_graph (&self, error);

  g_free (self.named);
  return read;
}
