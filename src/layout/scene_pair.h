/* Two quotations side by side: the words of both, then whose they are below them, then what is asked. */
#ifndef TRUCE_LAYOUT_SCENE_PAIR_H
#define TRUCE_LAYOUT_SCENE_PAIR_H

#include "layout/stage.h"
#include "query/scenes.h"

/* False, and nothing is shown, where the scene compares no quotations, or they have no room so. */
bool scene_pair_lay(struct stage *, const struct record *, const struct scene *);

#endif
