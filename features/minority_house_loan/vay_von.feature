# language: vi
@nd-28-2022
Tính năng: Vay vốn làm nhà ở theo Nghị định 28/2022/NĐ-CP

  # M6: vay tối đa 40 triệu đồng, 3 %/năm, tối đa 15 năm; từ năm 2026 chưa rõ còn cho vay mới hay không
  Bối cảnh: hộ nghèo dân tộc thiểu số ở nhà dột nát
    Biết hồ sơ:
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi | có       |
      | Diện hộ                                               | Hộ nghèo |
      | Hộ dân tộc thiểu số                                   | có       |
      | Cư trú tại xã, thôn đặc biệt khó khăn                 | không    |
      | Hộ có nhà ở                                           | có       |
      | Hiện trạng nhà                                        | Dột nát  |
    Và ngày xét là 01/05/2024

  Tình huống: Mức vay và thời gian
    Khi xét "minority_house_loan"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                  | mức hỗ trợ                 | chưa xác định      |
      | 25/04/2022 | ngoài phạm vi bộ quy tắc |                            |                    |
      | 26/04/2022 | đủ điều kiện             | vay tối đa 40.000.000 đồng |                    |
      | 31/12/2025 | đủ điều kiện             | vay tối đa 40.000.000 đồng |                    |
      | 01/01/2026 | chưa đủ thông tin        |                            | minority_loan_open |

  Tình huống: Từng điều kiện
    Khi xét "minority_house_loan"
    Thì kết quả từng dòng là:
      | thông tin                                             | giá trị      | kết quả                       | không đạt              | chưa xác định          |
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi | không        | không áp dụng tại địa bàn này |                        |                        |
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi |              | chưa đủ thông tin             |                        | in_minority_loan_area  |
      | Diện hộ                                               | Hộ cận nghèo | không đủ điều kiện            | poor_for_minority_loan |                        |
      | Diện hộ                                               |              | chưa đủ thông tin             |                        | poor_for_minority_loan |
      | Hộ dân tộc thiểu số                                   | không        | không đủ điều kiện            | minority_loan_minority |                        |
      | Hộ dân tộc thiểu số                                   |              | chưa đủ thông tin             |                        | minority_loan_minority |
      | Hiện trạng nhà                                        | Tốt          | không đủ điều kiện            | minority_loan_need     |                        |
      | Hiện trạng nhà                                        |              | chưa đủ thông tin             |                        | minority_loan_need     |
      | Hiện trạng nhà                                        | Nhà tạm      | đủ điều kiện                  |                        |                        |
      | Hiện trạng nhà                                        | Nhà hư hỏng nặng | đủ điều kiện              |                        |                        |

  Tình huống: Hộ nghèo tại xã, thôn đặc biệt khó khăn; hộ chưa có nhà
    Biết "Hộ dân tộc thiểu số" là không
    Khi xét "minority_house_loan"
    Thì kết quả từng dòng là:
      | Cư trú tại xã, thôn đặc biệt khó khăn | Hộ có nhà ở | Hiện trạng nhà | kết quả            | đạt                | không đạt          | chưa xác định      |
      | có                                    | có          | Nhà tạm        | đủ điều kiện       | minority_loan_place |                   |                    |
      | có                                    | không       | (trống)        | đủ điều kiện       | minority_loan_need |                    |                    |
      | không                                 | có          | Nhà tạm        | không đủ điều kiện |                    | minority_loan_place |                   |
      |                                       | có          | Nhà tạm        | chưa đủ thông tin  |                    |                    | minority_loan_place |
