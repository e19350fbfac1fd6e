! SPDX-License-Identifier: MIT
! The model of examples/c/model.c, which asks for growth in each of its steps
! from its own memory; it prints the same.
program model
    use dtgrowth
    implicit none
    integer, parameter :: countries = 5, steps = 24, year = 4, start = 2019 * year
    character(len=10), parameter :: names(countries) = [character(len=10) :: &
        'Atria', 'Borea', 'Corva', 'Delta', 'Estia']
    real(c_double), parameter :: trends(countries) = &
        [0.004_c_double, 0.011_c_double, 0.006_c_double, 0.008_c_double, 0.003_c_double]
    ! A step is a column: countries lie side by side.
    real(c_double), target :: gdp(countries, steps), trade(countries, steps)
    real(c_double), target :: growth(countries, steps), trade_growth(countries, steps)
    real(c_double), target :: whole(countries, steps)
    integer(c_int8_t), target :: why(countries, steps)
    type(dt_error), target :: error
    integer :: i, t

    growth = ieee_nan()
    trade_growth = growth
    why = 0
    do i = 1, countries
        gdp(i, 1) = 100 + 20 * (i - 1)
        trade(i, 1) = 0.3_c_double * gdp(i, 1)
    end do
    do t = 1, steps
        if (t > 1) call advance(t)
        if (t > year) then
            call grow(gdp(:, t - year), gdp(:, t), growth(:, t), why(:, t))
            call grow(trade(:, t - year), trade(:, t), trade_growth(:, t), why(:, t))
        end if
    end do
    call compare_with_panel()
    call print_last_steps()

contains

    function ieee_nan() result(x)
        real(c_double) :: x
        x = transfer(int(z'7ff8000000000000', c_int64_t), x)
    end function ieee_nan

    ! A call that failed says why, and ends the program.
    subroutine check(status)
        integer(c_int32_t), intent(in) :: status
        integer :: n

        if (status >= 0) return
        n = 1
        do while (error%message(n) /= c_null_char)
            n = n + 1
        end do
        print '(*(a))', error%message(1:n - 1)
        stop 1
    end subroutine check

    ! Growth of one array of a step over that of a year before.
    subroutine grow(base, end, rates, reasons)
        real(c_double), intent(in), target, contiguous :: base(:), end(:)
        real(c_double), intent(inout), target, contiguous :: rates(:)
        integer(c_int8_t), intent(inout), target, contiguous :: reasons(:)
        type(dt_series), target :: from, to
        type(dt_series_out), target :: out

        call check(dt_series_view(c_loc(base), size(base, kind=c_int64_t), 1_c_int64_t, &
            DT_SERIES_FREQ_UNDATED, 0_c_int64_t, c_loc(from), c_loc(error)))
        call check(dt_series_view(c_loc(end), size(end, kind=c_int64_t), 1_c_int64_t, &
            DT_SERIES_FREQ_UNDATED, 0_c_int64_t, c_loc(to), c_loc(error)))
        out%values = c_loc(rates)
        out%why = c_loc(reasons)
        out%stride = 1
        out%why_stride = 1
        out%capacity = size(rates)
        call check(dt_growth_between(c_loc(from), c_loc(to), DT_GROWTH_KIND_RATE, &
            1.0_c_double, c_null_ptr, c_null_ptr, c_loc(out), c_loc(error)))
    end subroutine grow

    ! Levels of a step: trend, what the others grew by in the year before, and a
    ! port that is closed for a quarter.
    subroutine advance(now)
        integer, intent(in) :: now
        real(c_double) :: others
        integer :: one, other

        do one = 1, countries
            others = 0
            do other = 1, countries
                if (other /= one .and. growth(other, now - 1) == growth(other, now - 1)) &
                    others = others + growth(other, now - 1) / (countries - 1)
            end do
            gdp(one, now) = gdp(one, now - 1) * (1 + trends(one) + 0.05_c_double * others)
            trade(one, now) = 0.3_c_double * gdp(one, now) * (1 + others)
        end do
        if (now == 18) trade(3, now) = 0
    end subroutine advance

    ! Afterwards all countries through all steps, in one call: the same bits.
    subroutine compare_with_panel()
        type(dt_series_panel), target :: panel
        type(dt_series_panel_out), target :: out
        integer :: same, step

        panel%values = c_loc(gdp)
        panel%count = countries
        panel%length = steps
        panel%stride = countries
        panel%series_stride = 1
        panel%start = start
        panel%frequency = DT_SERIES_FREQ_QUARTER
        out%values = c_loc(whole)
        out%count = countries
        out%length = steps
        out%stride = countries
        out%series_stride = 1
        call check(dt_growth_series_panel(c_loc(panel), DT_GROWTH_KIND_RATE, &
            int(year, c_int64_t), c_null_ptr, c_loc(out), c_loc(error)))
        same = 0
        do step = year + 1, steps
            if (all(transfer(whole(:, step), [0_c_int64_t]) == &
                    transfer(growth(:, step), [0_c_int64_t]))) same = same + 1
        end do
        print '(i0,a,i0,a)', same, ' of ', steps - year, ' steps have the bits of the whole panel'
    end subroutine compare_with_panel

    subroutine print_last_steps()
        integer :: one, step, j
        character(len=200) :: line

        print '(a)', 'Trade, growth over the year, per cent'
        write (line, '(10x,5(2x,i4,a2,i1))') &
            ((start + step) / year, '-Q', mod(start + step, year) + 1, step = steps - 5, steps - 1)
        print '(a)', trim(line)
        do one = 1, countries
            write (line, '(a10)') names(one)
            do j = 1, 5
                step = steps - 5 + j
                if (why(one, step) == DT_SERIES_WHY_DEFINED) then
                    write (line(2 + 9 * j:10 + 9 * j), '(f9.2)') 100 * trade_growth(one, step)
                else
                    line(2 + 9 * j:10 + 9 * j) = '     none'
                end if
            end do
            print '(a)', trim(line)
        end do
        print '(2a)', 'none: ', text(dt_series_why_name(int(why(3, 22), c_int32_t)))
    end subroutine print_last_steps

    ! A text of C.
    function text(pointer) result(found)
        type(c_ptr), intent(in) :: pointer
        character(len=:), allocatable :: found
        character(c_char), pointer :: letters(:)
        integer :: n

        call c_f_pointer(pointer, letters, [100])
        found = ''
        do n = 1, 100
            if (letters(n) == c_null_char) exit
            found = found // letters(n)
        end do
    end function text
end program model
