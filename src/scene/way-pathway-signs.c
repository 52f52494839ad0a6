/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small drawn signs of a pathway map: how a stop went, and what another version has otherwise. */
#include "scene/way-pathway-layout.h"

static void
add_cross (WayScene *scene,
           WayPoint  middle,
           double    radius,
           WayInk    ink)
{
  WayPath *cross = way_path_new ();

  way_path_move (cross, middle.x - radius, middle.y - radius);
  way_path_line (cross, middle.x + radius, middle.y + radius);
  way_path_move (cross, middle.x + radius, middle.y - radius);
  way_path_line (cross, middle.x - radius, middle.y + radius);
  way_scene_add_path (scene, cross, WAY_INK_NONE, ink, 1.75, WAY_DASH_NONE);
}

/* A plus for what is new, a minus for what is gone, an arrow for what is elsewhere or otherwise. */
static void
add_bars (WayScene       *scene,
          WayPathwaySign  sign,
          WayPoint        middle,
          double          radius,
          WayInk          ink)
{
  WayPath *bars = way_path_new ();

  way_path_move (bars, middle.x - radius, middle.y);
  way_path_line (bars, middle.x + radius, middle.y);
  if (sign == WAY_SIGN_NEW)
    {
      way_path_move (bars, middle.x, middle.y - radius);
      way_path_line (bars, middle.x, middle.y + radius);
    }
  else if (sign == WAY_SIGN_CHANGED)
    {
      way_path_move (bars, middle.x + radius * 0.2, middle.y - radius * 0.8);
      way_path_line (bars, middle.x + radius, middle.y);
      way_path_line (bars, middle.x + radius * 0.2, middle.y + radius * 0.8);
    }
  way_scene_add_path (scene, bars, WAY_INK_NONE, ink, 1.75, WAY_DASH_NONE);
}

WayTone
way_pathway_get_sign_tone (WayPathwaySign sign)
{
  static const WayTone tones[] = {
    [WAY_SIGN_MET] = WAY_TONE_IDEAS,   [WAY_SIGN_PARTLY] = WAY_TONE_EVIDENCE, [WAY_SIGN_NOT_MET] = WAY_TONE_PAIN,
    [WAY_SIGN_GAP] = WAY_TONE_PAIN,    [WAY_SIGN_NONE] = WAY_TONE_PEOPLE,     [WAY_SIGN_NEW] = WAY_TONE_IDEAS,
    [WAY_SIGN_CHANGED] = WAY_TONE_THINKING, [WAY_SIGN_GONE] = WAY_TONE_PEOPLE,
  };

  return tones[sign];
}

/* ● met, ◐ partly, ○ not met, ✕ gap (maps.md): drawn, because fonts draw them in many sizes. */
void
way_pathway_add_sign (WayScene       *scene,
                      WayPathwaySign  sign,
                      WayPoint        middle,
                      double          radius)
{
  WayInk ink = WAY_INK_STRONG (way_pathway_get_sign_tone (sign));
  WayRect disc = { middle.x - radius, middle.y - radius, 2 * radius, 2 * radius };

  if (sign == WAY_SIGN_GAP)
    add_cross (scene, middle, radius * 0.8, ink);
  else if (sign == WAY_SIGN_MET)
    way_scene_add_box (scene, disc, radius, ink, ink, 1.25);
  else if (sign < WAY_SIGN_NONE)
    way_scene_add_box (scene, disc, radius, WAY_INK_PAPER, ink, 1.25);
  else if (sign > WAY_SIGN_NONE)
    add_bars (scene, sign, middle, radius, ink);
  if (sign == WAY_SIGN_PARTLY)
    {
      const double bend = radius * 0.5523;
      WayPath *half = way_path_new ();

      way_path_move (half, middle.x, middle.y - radius);
      way_path_curve (half, (WayPoint) { middle.x - bend, middle.y - radius }, (WayPoint) { middle.x - radius, middle.y - bend },
                      (WayPoint) { middle.x - radius, middle.y });
      way_path_curve (half, (WayPoint) { middle.x - radius, middle.y + bend }, (WayPoint) { middle.x - bend, middle.y + radius },
                      (WayPoint) { middle.x, middle.y + radius });
      way_path_close (half);
      way_scene_add_path (scene, half, ink, WAY_INK_NONE, 0, WAY_DASH_NONE);
    }
}
