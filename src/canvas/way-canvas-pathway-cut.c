/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps and links, and what goes along with them where they are pasted within this program. */
#include "canvas/way-canvas-pathway.h"

/**
 * way_pathway_list_parts:
 * @self: a canvas
 * @spots: (element-type WaySpot): steps that are selected
 * @cut: whether they go from where they are
 *
 * Returns: (transfer full) (nullable) (element-type WayRecord): the steps, and of those that are cut the links between them and what is
 *   pinned to both
 */
GPtrArray *
way_pathway_list_parts (WayCanvas *self,
                        GArray    *spots,
                        gboolean   cut)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < spots->len; i++)
    {
      WayRecord *step = way_canvas_read_record (self, WAY_KIND_STEP, g_array_index (spots, WaySpot, i).id);

      if (step == NULL)
        return NULL;
      g_ptr_array_add (parts, step);
    }
  if (cut)
    {
      g_autoptr (GPtrArray) links = way_pathway_list_inner_links (self, spots);

      g_ptr_array_extend_and_steal (parts, g_steal_pointer (&links));
      way_canvas_add_pinned (self, parts);
    }
  return g_steal_pointer (&parts);
}

/* It stands where it is pasted, and another than the one that was taken is based on nothing. */
static WayRecord *
take (WayCanvas *self,
      GPtrArray *parts,
      guint      index,
      guint      based_on)
{
  g_autoptr (WayRecord) part = g_object_ref (parts->pdata[index]);
  WayRecord *taken = way_canvas_take_part (self, parts, index);

  if (g_strcmp0 (way_record_get_id (taken), way_record_get_id (part)) != 0 ||
      g_strcmp0 (way_record_get_within (taken), way_record_get_within (part)) != 0)
    way_record_clear (taken, based_on);
  return taken;
}

/**
 * way_pathway_take_step:
 * @self: a canvas
 * @parts: (element-type WayRecord): what goes along, of which each step is taken once
 * @id: (nullable): what a table calls the step
 * @title: (nullable): what it is called, where no table says which it is
 *
 * Returns: (transfer full) (nullable): the step that was copied or cut, under its own id where that is free
 */
WayRecord *
way_pathway_take_step (WayCanvas  *self,
                       GPtrArray  *parts,
                       const char *id,
                       const char *title)
{
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *called = NULL;
      WayRecord *step;
      const char *organisation;

      if (way_record_get_kind (parts->pdata[i]) != WAY_KIND_STEP)
        continue;
      called = g_strdup (way_record_get_text (parts->pdata[i], WAY_STEP_TITLE));
      if (id != NULL ? !g_str_equal (way_record_get_id (parts->pdata[i]), id)
                     : called == NULL || g_strcmp0 (g_strstrip (called), title) != 0)
        continue;
      step = take (self, parts, i, WAY_STEP_BASED_ON);
      way_record_clear (step, WAY_STEP_COLUMN);
      organisation = way_record_get_text (step, WAY_STEP_ORGANISATION);
      if (organisation != NULL && !way_canvas_has_record (self, WAY_KIND_ORGANISATION, organisation))
        way_record_clear (step, WAY_STEP_ORGANISATION);
      return step;
    }
  return NULL;
}

/**
 * way_pathway_take_link:
 * @self: a canvas
 * @parts: (element-type WayRecord): what goes along, of which each link is taken once
 * @from: the id of a step that is pasted
 * @to: the id of another
 * @kind: what kind of link
 *
 * Returns: (transfer full) (nullable): the link that was cut, under its own id where that is free
 */
WayRecord *
way_pathway_take_link (WayCanvas  *self,
                       GPtrArray  *parts,
                       const char *from,
                       const char *to,
                       const char *kind)
{
  for (guint i = 0; i < parts->len; i++)
    if (way_record_get_kind (parts->pdata[i]) == WAY_KIND_LINK &&
        g_strcmp0 (way_record_get_text (parts->pdata[i], WAY_LINK_FROM), from) == 0 &&
        g_strcmp0 (way_record_get_text (parts->pdata[i], WAY_LINK_TO), to) == 0 &&
        g_strcmp0 (way_record_get_text (parts->pdata[i], WAY_LINK_KIND), kind) == 0)
      return take (self, parts, i, WAY_LINK_BASED_ON);
  return NULL;
}
