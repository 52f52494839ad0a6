/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a commit touched. */
#include "model/way-changes.h"

struct _WayChanges
{
  gatomicrefcount references;
  GArray *changes;            /* of WayChange; the texts live in the chunk */
  GStringChunk *texts;
};

G_DEFINE_BOXED_TYPE (WayChanges, way_changes, way_changes_ref, way_changes_unref)

WayChanges *
way_changes_new (void)
{
  WayChanges *self = g_new0 (WayChanges, 1);

  g_atomic_ref_count_init (&self->references);
  self->changes = g_array_new (FALSE, FALSE, sizeof (WayChange));
  self->texts = g_string_chunk_new (1024);
  return self;
}

WayChanges *
way_changes_ref (WayChanges *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
way_changes_unref (WayChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->changes);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * way_changes_add:
 * @self: changes that are being gathered
 * @type: what happened to the record
 * @kind: its kind
 * @id: its id
 * @within: (nullable): the record that holds it, or held it
 */
void
way_changes_add (WayChanges    *self,
                 WayChangeType  type,
                 WayKind        kind,
                 const char    *id,
                 const char    *within)
{
  WayChange change = {
    .type = type,
    .kind = kind,
    .id = g_string_chunk_insert (self->texts, id),
    .within = within != NULL ? g_string_chunk_insert_const (self->texts, within) : NULL,
  };

  g_array_append_val (self->changes, change);
}

guint
way_changes_get_length (WayChanges *self)
{
  return self->changes->len;
}

const WayChange *
way_changes_get (WayChanges *self,
                 guint       index)
{
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, WayChange, index);
}
